import { accountDescriptions } from '../../accounts/account-descriptions.ts';
import { auditDescriptions } from '../../audit/audit-descriptions.ts';
import { consultationDescriptions } from '../../consultations/consultation-descriptions.ts';
import { handoverDescriptions } from '../../handover/handover-descriptions.ts';
import { ledgerDescriptions } from '../../ledger/desk/ledger-descriptions.ts';
import { feedbackDescriptions } from '../../ledger/feedback/feedback-descriptions.ts';
import { receiptDescriptions } from '../../receipts/receipt-descriptions.ts';
import { itemDescriptions } from '../../routes/item-descriptions.ts';
import { operationDescriptions } from '../operation-descriptions.ts';
import type { RouteDescription } from './route-description.ts';

/** Every route of the server, as each room describes its own; a new room adds its list here. */
export function apiDescriptions(region: string): readonly RouteDescription[] {
  return [
    ...consultationDescriptions(region),
    ...itemDescriptions,
    ...receiptDescriptions,
    ...feedbackDescriptions,
    ...handoverDescriptions,
    ...ledgerDescriptions,
    ...accountDescriptions,
    ...auditDescriptions,
    ...operationDescriptions,
  ];
}
