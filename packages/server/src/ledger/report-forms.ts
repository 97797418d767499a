import * as v from 'valibot';
import { filledIn, says } from '../http/form-field.ts';
import { complaintSchema, LONGEST_ID, surpriseSchema, wordsSchema } from './report-bodies.ts';

/** A field with an id that is chosen from a list, or nothing. */
export function chosenId(zh: string, en: string) {
  return v.exactOptional(v.pipe(v.string(), says(zh, en), v.maxLength(LONGEST_ID)));
}

/** A field for what somebody writes in their own words. */
export function ownWords(zh: string, en: string) {
  return v.pipe(wordsSchema, says(zh, en));
}

/** Fields of the form that says what else a window wanted. */
export const surpriseEntries = {
  item: chosenId('事项的编号，可以空着。', 'Id of an item; may be empty.'),
  material: chosenId('材料的编号，可以空着。', 'Id of a material; may be empty.'),
  words: v.exactOptional(ownWords('窗口另要的东西。', 'What the window wanted.')),
  why: v.exactOptional(ownWords('窗口说的原因。', 'Why, as it was told.')),
  place: v.exactOptional(
    v.pipe(
      v.string(),
      says(
        '大厅的编号，或者大厅、空格、窗口；可以空着。',
        'Id of a hall, or of a hall, a blank, a window; may be empty.',
      ),
    ),
  ),
};

/** Fields of the form that complains. */
export const complaintEntries = { words: ownWords('要投诉的事。', 'What is to be put right.') };

/** The form that says what else a window wanted. */
export const surpriseFormSchema = v.pipe(v.object(surpriseEntries), v.transform(inItsPlace), surpriseSchema);

/** The form that complains. */
export const complaintFormSchema = v.pipe(v.object(complaintEntries), complaintSchema);

/** What was filled in, with the one place chosen taken apart. */
export function inItsPlace<T extends { readonly place?: string }>({ place = '', ...told }: T) {
  const [hall = '', window = ''] = place.split(' ');
  return filledIn({ ...told, hall, window });
}
