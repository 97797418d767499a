import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { requireRole } from '../accounts/signed-in.ts';
import type { SignedInEnv } from '../accounts/signed-in.ts';
import { problem } from '../problem.ts';
import { PROBLEM_STATUS } from '../problem-status.ts';
import type { Comparison, ComparisonOptions } from './compare-today.ts';
import { compareToday } from './compare-today.ts';
import { deskPage } from './desk-page.ts';
import type { DeskPage } from './desk-page.ts';
import type { IntactReceipt, KeptReceipt } from './kept-receipt.ts';
import type { Html } from './page-frame.ts';
import type { DeskRefusal, ReceiptDesk } from './receipt-desk.ts';
import { parseReceiptNumber, sayReceiptNumber } from './receipt-number.ts';

/** What the clerks' pages need. */
export interface DeskRoutesOptions extends ComparisonOptions {
  readonly desk: ReceiptDesk;
  /** Lets only signed-in people pass. */
  readonly signedIn: MiddlewareHandler<SignedInEnv>;
  /** Forms to put below a notice: to report that the window asked for more. */
  readonly actions?: (receipt: IntactReceipt, c: Context<SignedInEnv>) => Html | Promise<Html>;
}

/** Shows clerks what a citizen of their region was told: as JSON, and as a page without script. */
export function deskRoutes(options: DeskRoutesOptions): Hono<SignedInEnv> {
  const app = new Hono<SignedInEnv>();
  const guard = [options.signedIn, requireRole('clerk', 'supervisor')] as const;
  app.get('/api/receipts/:number', ...guard, async (c) => {
    const found = await find(c, c.req.param('number'), options);
    if (typeof found === 'string') return problem(c, found);
    return c.json(asJson(found.receipt, found.comparison));
  });
  app.get('/desk/receipts', ...guard, async (c) => {
    const typed = c.req.query('number') ?? '';
    const person = { account: c.var.account, login: c.var.login };
    if (typed === '') return c.html(deskPage({ person, typed }));
    const found = await find(c, typed, options);
    if (typeof found === 'string') return c.html(deskPage({ person, typed, refusal: found }), PROBLEM_STATUS[found]);
    const actions = found.receipt.intact ? await options.actions?.(found.receipt, c) : undefined;
    return c.html(deskPage({ person, typed, found: { ...found, actions } }));
  });
  return app;
}

type Found = Omit<NonNullable<DeskPage['found']>, 'actions'>;

async function find(
  c: Context<SignedInEnv>,
  typed: string,
  options: DeskRoutesOptions,
): Promise<Found | DeskRefusal | 'not-a-receipt-number'> {
  const number = parseReceiptNumber(typed);
  // A slip of the pen is noticed without looking, so it is not held against anybody.
  if (number === undefined) return 'not-a-receipt-number';
  const receipt = await options.desk.look(c.var.account, number);
  if (typeof receipt === 'string') return receipt;
  return { receipt, comparison: receipt.intact ? await compareToday(receipt, options) : undefined };
}

function asJson(receipt: KeptReceipt, comparison: Comparison | undefined): object {
  if (!receipt.intact) return { intact: false, number: receipt.number };
  const { number, region, knowledge, engine, day, issued, hash, notice } = receipt;
  return {
    intact: true,
    number,
    spoken: sayReceiptNumber(number),
    region,
    knowledge,
    engine,
    day,
    issued,
    hash,
    notice,
    today: comparison,
  };
}
