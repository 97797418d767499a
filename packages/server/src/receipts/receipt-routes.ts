import { noticeText } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { secretPage } from '../http/secret-page.ts';
import { NOTICE_PATH } from './notice-path.ts';
import type { ComparisonOptions } from './compare-today.ts';
import { compareToday } from './compare-today.ts';
import type { Erasing } from './erasing.ts';
import type { IntactReceipt, KeptReceipt } from './kept-receipt.ts';
import { confirmErasurePage, damagedReceiptPage, erasedReceiptPage, unknownReceiptPage } from './message-page.ts';
import { noticeCalendar } from './notice-calendar.ts';
import type { Html } from './page-frame.ts';
import { receiptPage } from './receipt-page.ts';
import type { Receipts } from './receipts.ts';

/** What the citizen's own pages need. */
export interface ReceiptRoutesOptions extends ComparisonOptions {
  readonly receipts: Receipts;
  readonly erasing: Erasing;
  /** Address as citizens see it, for the QR code: `https://banshi.example.gov.cn`. Default: what the request says. */
  readonly publicUrl?: string | undefined;
  /** Forms to put below a notice: to rate it, to say that the window asked for more. */
  readonly actions?: (receipt: IntactReceipt, path: string) => Html | Promise<Html>;
  /** Is told of consultations that were erased, so that nobody goes on remembering them. */
  readonly erased?: (consultation: string) => void;
}

const DELETE = `${NOTICE_PATH}/delete`;

/** Serves a citizen's own notice by its link: a page without script, plain text, a calendar entry, and its deletion. */
export function receiptRoutes(options: ReceiptRoutesOptions): Hono {
  const app = new Hono();
  app.use('/n/*', secretPage());
  app.get(NOTICE_PATH, async (c) => {
    const [token = '', ending] = c.req.param('token').split('.');
    const receipt = await options.receipts.byToken(token);
    if (!isReadable(receipt)) return refuse(c, receipt);
    const path = `/n/${token}`;
    if (ending === undefined) return sendPage(c, receipt, path, options);
    const link = linkOf(c, path, options);
    return ending === 'txt' ? sendText(c, receipt, link) : sendCalendar(c, receipt, link);
  });
  app.get(DELETE, async (c) => {
    const token = c.req.param('token');
    const receipt = await options.receipts.byToken(token);
    if (receipt === undefined || receipt === 'erased') return refuse(c, receipt);
    return c.html(confirmErasurePage(`/n/${token}`));
  });
  app.post(DELETE, async (c) => {
    const token = c.req.param('token');
    const erased = await options.erasing.byToken(token);
    if (!erased) return refuse(c, await options.receipts.byToken(token));
    for (const id of erased.ids) options.erased?.(id);
    return c.html(erasedReceiptPage());
  });
  app.get('/n/*', (c) => refuse(c, undefined));
  return app;
}

function isReadable(receipt: KeptReceipt | 'erased' | undefined): receipt is IntactReceipt {
  return typeof receipt === 'object' && receipt.intact;
}

function refuse(c: Context, receipt: KeptReceipt | 'erased' | undefined): Response | Promise<Response> {
  if (receipt === undefined) return c.html(unknownReceiptPage(), 404);
  if (receipt === 'erased') return c.html(erasedReceiptPage(), 410);
  return c.html(damagedReceiptPage(), 409);
}

async function sendPage(
  c: Context,
  receipt: IntactReceipt,
  path: string,
  options: ReceiptRoutesOptions,
): Promise<Response> {
  const comparison = await compareToday(receipt, options);
  const actions = await options.actions?.(receipt, path);
  return c.html(receiptPage({ receipt, path, link: linkOf(c, path, options), comparison, actions }));
}

function sendText(c: Context, { notice }: IntactReceipt, link: string): Response {
  return c.text(`${noticeText(notice)}\n\n${link}\n`);
}

function sendCalendar(c: Context, { notice, number }: IntactReceipt, link: string): Response | Promise<Response> {
  const calendar = noticeCalendar(notice, link);
  if (calendar === undefined) return refuse(c, undefined);
  return c.body(calendar, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${number}.ics"`,
  });
}

function linkOf(c: Context, path: string, { publicUrl }: ReceiptRoutesOptions): string {
  return (publicUrl ?? new URL(c.req.url).origin) + path;
}
