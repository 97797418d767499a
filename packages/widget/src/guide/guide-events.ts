import type { AnswerValue, HandoffReply, Input, Notice, Reply } from '@onetrip/engine';

declare global {
  interface HTMLElementEventMap {
    /** The first reply is on the screen. */
    'onetrip-ready': CustomEvent<{ readonly items: readonly string[] }>;
    /** A question is put. */
    'onetrip-question': CustomEvent<{ readonly question: string }>;
    /** A question was answered by a button or a field; `value` is `null` for "not sure". */
    'onetrip-answer': CustomEvent<{ readonly question: string; readonly value: AnswerValue | null }>;
    /** The notice is on the screen, again after each change to it. */
    'onetrip-complete': CustomEvent<{ readonly notice: Notice }>;
    /** A person takes over. */
    'onetrip-handoff': CustomEvent<{ readonly reason: HandoffReply['reason']; readonly phone: string }>;
    /** A turn did not get through; `code` is stable. */
    'onetrip-error': CustomEvent<{ readonly code: string }>;
  }
}

/** What `<onetrip-guide>` and `<onetrip-desk>` tell the page, by event name. All bubble and cross shadow roots. */
export type OnetripEvents = Pick<
  HTMLElementEventMap,
  'onetrip-ready' | 'onetrip-question' | 'onetrip-answer' | 'onetrip-complete' | 'onetrip-handoff' | 'onetrip-error'
>;

/** Tells the page around an element what a turn has brought; without an input, that it is ready. */
export function tellPage(element: HTMLElement, reply: Reply, input?: Input): void {
  if (!input) tell(element, 'onetrip-ready', { items: reply.trip.map(({ item }) => item) });
  if (reply.kind === 'problem') return;
  if (input?.kind === 'answer') tell(element, 'onetrip-answer', { question: input.question, value: input.value });
  if (input?.kind === 'unsure') tell(element, 'onetrip-answer', { question: input.question, value: null });
  if (reply.kind === 'ask') tell(element, 'onetrip-question', { question: reply.question.id });
  if (reply.kind === 'notice') tell(element, 'onetrip-complete', { notice: reply.notice });
  if (reply.kind === 'handoff') tell(element, 'onetrip-handoff', { reason: reply.reason, phone: reply.phone });
}

/** Tells the page around an element that a turn did not get through. */
export function tellPageOfTrouble(element: HTMLElement, code: string): void {
  tell(element, 'onetrip-error', { code });
}

function tell<Name extends keyof OnetripEvents>(
  element: HTMLElement,
  name: Name,
  detail: OnetripEvents[Name]['detail'],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
