import '../components/define.ts';
import '../components/sheet/define.ts';
import { ItemSearchComponent } from '../components/item-search/item-search.component.ts';
import { KeyHelpComponent } from '../components/key-help/key-help.component.ts';
import { ReadAloudComponent } from '../components/read-aloud/read-aloud.component.ts';
import { SurveyComponent } from '../components/survey/survey.component.ts';
import { TakeoverComponent } from '../components/takeover/takeover.component.ts';
import { defineElement } from '../define-element.ts';
import { DeskComponent } from './desk.component.ts';

defineElement('onetrip-item-search', ItemSearchComponent);
defineElement('onetrip-key-help', KeyHelpComponent);
defineElement('onetrip-read-aloud', ReadAloudComponent);
defineElement('onetrip-survey', SurveyComponent);
defineElement('onetrip-takeover', TakeoverComponent);
defineElement('onetrip-desk', DeskComponent);
