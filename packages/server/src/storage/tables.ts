// Every table, as a row of it is read. Times are milliseconds since 1970, days are ISO, JSON is text, yes and no are
// 1 and 0: what SQLite and PostgreSQL both keep without loss.

import type { CatalogueTables } from './catalogue-tables.ts';

/** One person's case: how it began. With its turns, all that is needed to rebuild it. */
export interface ConsultationRow {
  readonly id: string;
  /** Knowledge version it is pinned to. */
  readonly knowledge: string;
  readonly engine: string;
  readonly region: string;
  readonly channel: string;
  /** BeginOptions as JSON. */
  readonly begun: string;
  readonly opened: number;
}

/** One turn that was taken. Never changed. */
export interface TurnRow {
  readonly consultation: string;
  /** 1 for the first turn. */
  readonly seq: number;
  /** The client's own id of the turn. */
  readonly turn: string;
  readonly knowledge: string;
  /** The masked input as JSON. */
  readonly input: string;
  /**
   * The body that answered it, exactly as it was sent: a turn sent again gets the same bytes. Or else: `reply`. Where
   * `receipt` is set, a line break stands for the notice.
   */
  readonly answer: string | null;
  /** Key of the reply that answered it, where others got the same one that day. */
  readonly reply: string | null;
  /** Number of the receipt that holds the notice it came to. */
  readonly receipt: string | null;
  readonly at: number;
}

/** A reply that several turns of a day were answered with, kept once. Never changed. */
export interface ReplyRow {
  /** The day in Beijing, ISO, a blank, and the SHA-256 of the body. */
  readonly key: string;
  /** The reply as JSON; with the place of a turn before it, the body that answered the turn. */
  readonly body: string;
}

/** A notice as it was given, under its number. Never changed. */
export interface ReceiptRow {
  /** Twelve digits, the last one a check digit. */
  readonly number: string;
  /** SHA-256 of the 128 random bits in the citizen's own link, base64url. */
  readonly token: string;
  readonly consultation: string;
  readonly seq: number;
  readonly region: string;
  readonly knowledge: string;
  readonly engine: string;
  /** The day the rules were read on. */
  readonly day: string;
  readonly issued: number;
  /** The notice as canonical JSON (RFC 8785). */
  readonly notice: string;
  /** SHA-256 of `notice`, hexadecimal. */
  readonly hash: string;
}

/** Leave to delete what else may never be deleted; without it the triggers refuse. */
export interface ErasureRow {
  /**
   * Of the receipt or the consultation while they are being deleted. What stays is the hash of the citizen's own link,
   * so that the link can say what became of it.
   */
  readonly object: string;
  readonly at: number;
  readonly why: 'citizen' | 'retention';
}

/** Compiled knowledge, kept as long as a notice names it. */
export interface KnowledgeRow {
  readonly version: string;
  readonly published: number;
  /** The compiled file, as JSON. */
  readonly body: string;
  /** Of the compiled file, base64; null where nobody signed it. */
  readonly signature: string | null;
}

/** A six-digit code that carries a consultation to another channel; each consultation has one at most. */
export interface HandoverRow {
  readonly code: string;
  readonly consultation: string;
  readonly expires: number;
}

/** What one citizen thought of one notice (一次一评). */
export interface RatingRow {
  /** Number of the receipt. */
  readonly receipt: string;
  /** 5 非常满意 … 1 非常不满意. */
  readonly level: number;
  /** Codes of reasons, as JSON. */
  readonly reasons: string;
  /** Masked. */
  readonly words: string;
  readonly region: string;
  readonly at: number;
}

/** Something that went wrong and somebody must settle (问题清单). */
export interface LedgerRow {
  readonly id: string;
  readonly kind: 'surprise' | 'unanswered' | 'handoff' | 'complaint' | 'low-rating';
  readonly region: string;
  /** Hall it happened in, where that is known. */
  readonly hall: string | null;
  readonly receipt: string | null;
  readonly consultation: string | null;
  readonly item: string | null;
  /** What it is about; entries of one kind, item and subject are the same trouble met again. */
  readonly subject: string;
  /** Knowledge version it happened under. */
  readonly knowledge: string;
  /** Masked, in the words of whoever reported it. */
  readonly words: string;
  /** What else is known, as JSON. */
  readonly detail: string;
  readonly state: 'open' | 'working' | 'resolved' | 'rejected';
  /** Account that settles it. */
  readonly owner: string | null;
  /** Day it is due. */
  readonly due: string;
  readonly opened: number;
  readonly closed: number | null;
  readonly resolution: string | null;
  /** Knowledge version that put it right. */
  readonly resolved_by: string | null;
}

/** One change of a ledger entry. */
export interface LedgerHistoryRow {
  readonly entry: string;
  readonly seq: number;
  readonly at: number;
  /** Account, or `citizen`, `system`. */
  readonly by: string;
  /** What changed, as JSON. */
  readonly change: string;
}

/** Somebody who may sign in. */
export interface AccountRow {
  readonly id: string;
  /** What the person types; lower case. */
  readonly name: string;
  readonly display: string;
  readonly role: 'clerk' | 'editor' | 'supervisor';
  readonly region: string;
  /** Null: every hall of the region. */
  readonly hall: string | null;
  /** scrypt with its parameters and salt; null for who signs in elsewhere. */
  readonly password: string | null;
  readonly must_change: number;
  readonly disabled: number;
  /** Issuer and subject of OpenID Connect, `issuer subject`. */
  readonly subject: string | null;
  readonly created: number;
}

/** One time somebody is signed in. */
export interface LoginRow {
  /** SHA-256 of the cookie's 256 random bits, base64url. */
  readonly token: string;
  readonly account: string;
  readonly csrf: string;
  readonly created: number;
  readonly seen: number;
}

/** A sign-in by OpenID Connect that is under way. Deleted when it comes back, so that it comes back once. */
export interface AuthorizationRow {
  /** SHA-256 of the state, base64url. */
  readonly state: string;
  /** SHA-256 of the cookie of the browser it began in, base64url. */
  readonly browser: string;
  readonly nonce: string;
  /** PKCE code verifier. */
  readonly verifier: string;
  /** Path to go to afterwards. */
  readonly target: string;
  readonly created: number;
}

/** A failed try at something that can be guessed; for lock-outs that hold over all processes. */
export interface MissRow {
  readonly scope: string;
  readonly key: string;
  readonly at: number;
}

/** Who did what; each row carries the hash of the one before. */
export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

/** News of the ledger that the city's own systems have not taken yet. Deleted when they have. */
export interface WebhookMessageRow {
  /** The same at every try, so that a receiver can tell what it has already. */
  readonly id: string;
  /** Exactly what is sent. */
  readonly body: string;
  readonly created: number;
  /** When it is tried next; null once it is given up. */
  readonly due: number | null;
  /** How often it was tried. */
  readonly tries: number;
}

/** Small values that all processes share: the head of the audit log, secrets made at first start. */
export interface SettingRow {
  readonly name: string;
  readonly value: string;
}

/** The tables by name. */
export interface Tables extends CatalogueTables {
  readonly consultations: ConsultationRow;
  readonly turns: TurnRow;
  readonly replies: ReplyRow;
  readonly receipts: ReceiptRow;
  readonly erasures: ErasureRow;
  readonly knowledge_versions: KnowledgeRow;
  readonly handovers: HandoverRow;
  readonly ratings: RatingRow;
  readonly ledger: LedgerRow;
  readonly ledger_history: LedgerHistoryRow;
  readonly accounts: AccountRow;
  readonly logins: LoginRow;
  readonly authorizations: AuthorizationRow;
  readonly misses: MissRow;
  readonly audit: AuditRow;
  readonly webhook_messages: WebhookMessageRow;
  readonly settings: SettingRow;
}
