import { defineElement } from '../define-element.ts';
import { ChecklistComponent } from './checklist/checklist.component.ts';
import { ChoicesComponent } from './choices/choices.component.ts';
import { ComposerComponent } from './composer/composer.component.ts';
import { FactsComponent } from './facts/facts.component.ts';
import { HandoffComponent } from './handoff/handoff.component.ts';
import { QuestionComponent } from './question/question.component.ts';
import { TranscriptComponent } from './transcript/transcript.component.ts';

defineElement('onetrip-checklist', ChecklistComponent);
defineElement('onetrip-choices', ChoicesComponent);
defineElement('onetrip-composer', ComposerComponent);
defineElement('onetrip-facts', FactsComponent);
defineElement('onetrip-handoff', HandoffComponent);
defineElement('onetrip-question', QuestionComponent);
defineElement('onetrip-transcript', TranscriptComponent);
