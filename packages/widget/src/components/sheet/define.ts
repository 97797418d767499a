import { defineElement } from '../../define-element.ts';
import { SheetComponent } from './sheet.component.ts';

defineElement('onetrip-sheet', SheetComponent);
