import '../components/define.ts';
import { HandoverComponent } from '../components/handover/handover.component.ts';
import { ReceiptComponent } from '../components/receipt/receipt.component.ts';
import { defineElement } from '../define-element.ts';
import { GuideComponent } from './guide.component.ts';

defineElement('onetrip-handover', HandoverComponent);
defineElement('onetrip-receipt', ReceiptComponent);
defineElement('onetrip-guide', GuideComponent);
