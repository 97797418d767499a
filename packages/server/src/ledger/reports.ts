import type { Knowledge } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import type { Engines } from '../knowledge/engines.ts';
import { knowledgeHolding } from '../knowledge/engines.ts';
import type { Database } from '../storage/database.ts';
import type { IntactReceipt } from '../receipts/kept-receipt.ts';
import type { LedgerRow } from '../storage/tables.ts';
import { cleanWords } from './clean-words.ts';
import type { DueDay } from './due-day.ts';
import { findWindow } from './find-window.ts';
import { ledgerStatements } from './ledger-statements.ts';
import type { LedgerStatements, LedgerStatementsOptions } from './ledger-statements.ts';
import { newEntry } from './new-entry.ts';
import type { Trouble } from './new-entry.ts';
import { readSurprise } from './read-surprise.ts';
import type { ReportFault } from './read-surprise.ts';
import type { Complaint, Surprise } from './report-bodies.ts';
import { sameWords } from './same-words.ts';

/** What reports are made with. */
export interface ReportsOptions extends LedgerStatementsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly engines: Engines;
  readonly due: DueDay;
}

/** Who reports. */
export interface Reporter {
  /** Account id, or `citizen`. */
  readonly by: string;
  /** Of an account that is bound to one; it counts whatever else was named. */
  readonly hall?: string | null;
}

/** Where a complaint comes from: a visit, a conversation, or neither, when a clerk writes it down. */
export type ComplaintOrigin =
  { readonly receipt: IntactReceipt } | { readonly consultation: string } | { readonly region: string };

/** What is in the ledger now. */
export interface Reported {
  readonly entry: LedgerRow;
  /** False when the same had been told before. */
  readonly isNew: boolean;
}

/** Surprises and complaints about one visit or one conversation; nobody in earnest has more. */
const MOST_REPORTS = 20;

/** Takes down what citizens and clerks report: once per visit, with the day it is due. */
export class Reports {
  readonly #options: ReportsOptions;
  readonly #statements: LedgerStatements;

  constructor(options: ReportsOptions) {
    this.#options = options;
    this.#statements = ledgerStatements(options);
  }

  /** The window wanted something that the notice does not hold. */
  async surprise(receipt: IntactReceipt, told: Surprise, reporter: Reporter): Promise<Reported | ReportFault> {
    const items = receipt.notice.items.map(({ item }) => item);
    const knowledge = await this.#knowledge(receipt.knowledge, items);
    const trouble = readSurprise(knowledge, receipt, told);
    return 'code' in trouble ? trouble : this.#enter(trouble, reporter);
  }

  /** Somebody wants something put right. */
  async complain(origin: ComplaintOrigin, told: Complaint, reporter: Reporter): Promise<Reported | ReportFault> {
    const about = await this.#originOf(origin);
    if ('code' in about) return about;
    const words = cleanWords(told.words);
    const place = findWindow((await this.#knowledge(about.knowledge)).region, told);
    if ('path' in place) return { code: 'invalid-body', errors: [place] };
    if (sameWords(words) === '') {
      return { code: 'invalid-body', errors: [{ path: 'words', expected: 'what is to be put right', received: '' }] };
    }
    const { window, hall } = place;
    const detail = { ...about.detail, window };
    return this.#enter({ ...about, kind: 'complaint', hall, words, detail, once: sameWords(words) }, reporter);
  }

  async #enter(trouble: Trouble, { by, hall }: Reporter): Promise<Reported | ReportFault> {
    const at = this.#options.clock.now();
    const made = newEntry({ ...trouble, hall: hall ?? trouble.hall }, { at, due: this.#options.due(at), by });
    if (await this.#isFull(trouble, made.entry.id)) return { code: 'too-many-reports' };
    const [first, ...others] = this.#statements(made);
    const isNew = first !== undefined && (await this.#options.database.append(first, ...others)) > 0;
    return { entry: isNew ? made.entry : await this.#kept(made.entry), isNew };
  }

  async #isFull({ receipt, consultation }: Trouble, id: string): Promise<boolean> {
    if (receipt === undefined && consultation === undefined) return false;
    const reports = await this.#options.database.reader
      .selectFrom('ledger')
      .select('id')
      .where(receipt === undefined ? 'consultation' : 'receipt', '=', receipt ?? consultation ?? '')
      .where('kind', 'in', ['surprise', 'complaint'])
      .limit(MOST_REPORTS)
      .execute();
    return reports.length === MOST_REPORTS && reports.every((report) => report.id !== id);
  }

  async #kept(entry: LedgerRow): Promise<LedgerRow> {
    const { reader } = this.#options.database;
    const kept = await reader.selectFrom('ledger').selectAll().where('id', '=', entry.id).executeTakeFirst();
    return kept ?? entry;
  }

  /** Of the version the notice was written under; today's where nobody has that one any more. */
  #knowledge(version: string, items: readonly string[] = []): Promise<Knowledge> {
    return knowledgeHolding(this.#options.engines, { version, items });
  }

  async #originOf(origin: ComplaintOrigin): Promise<Omit<Trouble, 'kind' | 'words'> | ReportFault> {
    if ('receipt' in origin) return originOfReceipt(origin.receipt);
    if ('region' in origin) {
      return { region: origin.region, knowledge: this.#options.engines.current.knowledge.version, detail: {} };
    }
    const { reader } = this.#options.database;
    const found = await reader
      .selectFrom('consultations')
      .select(['id', 'region', 'knowledge'])
      .where('id', '=', origin.consultation)
      .executeTakeFirst();
    if (!found) return { code: 'unknown-consultation' };
    return { region: found.region, consultation: found.id, knowledge: found.knowledge, detail: {} };
  }
}

function originOfReceipt({
  region,
  number,
  consultation,
  knowledge,
  hash,
}: IntactReceipt): Omit<Trouble, 'kind' | 'words'> {
  return { region, receipt: number, consultation, knowledge, detail: { hash } };
}
