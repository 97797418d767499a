import * as v from 'valibot';

/** The query of the list of items. Without words it lists all, up to `limit`. */
export const itemsQuerySchema = v.strictObject({
  q: v.exactOptional(v.pipe(v.string(), v.maxLength(200)), ''),
  limit: v.exactOptional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(100)),
    '50',
  ),
});
