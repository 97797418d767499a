import * as v from 'valibot';

/** The body that opens a consultation in a server that serves one region. */
export function openingBodySchema(region: string) {
  return v.strictObject({
    locale: v.exactOptional(v.picklist(['zh-CN', 'en'])),
    region: v.exactOptional(v.literal(region)),
    channel: v.exactOptional(v.picklist(['web', 'desk', 'wechat', 'api']), 'api'),
    items: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(20))),
  });
}
