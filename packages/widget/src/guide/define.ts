import '../components/define.ts';
import { defineElement } from '../define-element.ts';
import { GuideComponent } from './guide.component.ts';

defineElement('onetrip-guide', GuideComponent);
