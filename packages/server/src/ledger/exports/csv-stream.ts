import { BYTE_ORDER_MARK, csvLine } from './csv-line.ts';
import type { Sheet } from './sheet.ts';

/** A table as CSV, read from the database only as fast as somebody takes it. */
export function csvStream({ headings, batches }: Sheet): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = batches[Symbol.asyncIterator]();
  let isFirst = true;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (isFirst) {
        isFirst = false;
        controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(headings)));
        return;
      }
      const next = await rest.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map(csvLine).join('')));
    },
    cancel: async () => {
      await rest.return?.();
    },
  });
}
