import * as v from 'valibot';
import { says } from '../http/form-field.ts';

/** What proves that a form of somebody signed in comes from a page of ours; belongs to every such form. */
export const csrfEntry = {
  csrf: v.exactOptional(
    v.pipe(
      v.string(),
      says(
        '表单页面里的那一串，也可以放在请求头 X-CSRF-Token 里。',
        'The token in the page of the form; the header X-CSRF-Token does as well.',
      ),
    ),
  ),
};

/** What every form of somebody signed in is read through first; the form to sign out with holds nothing else. */
export const csrfFormSchema = v.object(csrfEntry);
