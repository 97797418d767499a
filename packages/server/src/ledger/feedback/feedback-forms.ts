import type { Knowledge, Region } from '@onetrip/engine';
import { html } from 'hono/html';
import type { IntactReceipt } from '../../receipts/kept-receipt.ts';
import type { Html } from '../../receipts/page-frame.ts';
import { RATING_LEVELS, RATING_REASONS } from '../../ratings/rating-reasons.ts';
import type { ReasonGroup } from '../../ratings/rating-reasons.ts';
import { feedbackText as text, levelText, reasonText } from '../../text/ledger-text.ts';
import { materialsLeftOut } from '../read-surprise.ts';

/** Where a form goes, and what was typed into it before it was sent back. */
export interface FormState {
  /** Address the form is sent to. */
  readonly action: string;
  /** As it was sent; empty for a new form. */
  readonly typed: URLSearchParams;
  /** What was wrong with it. */
  readonly fault?: string | undefined;
  /** Fields nobody sees: a token, a number. */
  readonly hidden?: Html;
}

/** Five levels, reasons, words: what 一次一评 asks. */
export function ratingForm(state: FormState): Html {
  const { action, typed, hidden } = state;
  return html`<form method="post" action="${action}" class="ask">
    ${hidden ?? ''} ${faultLine(state, 'rating')}
    <fieldset class="levels">
      <legend>${text.rating.ask}</legend>
      ${RATING_LEVELS.map((level) => {
        const checked = typed.get('level') === String(level) ? html` checked` : '';
        return html`<label
          ><input type="radio" name="level" value="${level}" required${checked} />${levelText[level]}</label
        >`;
      })}
    </fieldset>
    ${reasons('good', state)} ${reasons('poor', state)} ${area('rating-words', 'words', text.rating.words, state)}
    <p class="hint">${text.hint}${text.rating.once}</p>
    <button type="submit">${text.rating.submit}</button>
  </form>`;
}

/** What the window wanted, why, and where. */
export function surpriseForm(receipt: IntactReceipt, knowledge: Knowledge, state: FormState): Html {
  const { surprise } = text;
  const { items } = receipt.notice;
  const materials = materialsLeftOut(knowledge, receipt.notice);
  return html`<form method="post" action="${state.action}" class="ask">
    ${state.hidden ?? ''} ${faultLine(state, 'surprise')}
    ${
      items.length > 1
        ? select('surprise-item', surprise.item, {
            name: 'item',
            options: [
              option('', surprise.anyItem, state.typed.get('item')),
              ...items.map(({ item, title }) => option(item, title, state.typed.get('item'))),
            ],
          })
        : ''
    }
    ${
      materials.length > 0
        ? select('surprise-material', surprise.material, {
            name: 'material',
            options: [
              option('', surprise.notListed, state.typed.get('material')),
              ...materials.map(({ id, name }) => option(id, name, state.typed.get('material'))),
            ],
          })
        : ''
    }
    ${area('surprise-words', 'words', surprise.words, state)} ${area('surprise-why', 'why', surprise.why, state)}
    ${select('surprise-place', surprise.place, { name: 'place', options: places(knowledge.region, state) })}
    <p class="hint">${text.hint}</p>
    <button type="submit">${surprise.submit}</button>
  </form>`;
}

/** What is to be put right. */
export function complaintForm(state: FormState): Html {
  return html`<form method="post" action="${state.action}" class="ask">
    ${state.hidden ?? ''} ${faultLine(state, 'complaint')}
    ${area('complaint-words', 'words', text.complaint.words, state)}
    <p class="hint">${text.hint}</p>
    <button type="submit">${text.complaint.submit}</button>
  </form>`;
}

function reasons(group: ReasonGroup, { typed }: FormState): Html {
  const chosen = typed.getAll('reason');
  return html`<fieldset class="reasons">
    <legend>${text.rating[group]}</legend>
    ${RATING_REASONS[group].map((code) => {
      const checked = chosen.includes(code) ? html` checked` : '';
      return html`<label><input type="checkbox" name="reason" value="${code}" ${checked} />${reasonText[code]}</label>`;
    })}
  </fieldset>`;
}

function area(id: string, name: string, label: string, { typed, fault }: FormState): Html {
  // Kept in one line: blanks inside would become part of what is typed.
  const wrong = fault === undefined ? '' : html` aria-describedby="${id.split('-')[0] ?? ''}-fault"`;
  return html`<p class="field">
    <label for="${id}">${label}</label>
    <textarea id="${id}" name="${name}" rows="3" maxlength="500" ${wrong}>${typed.get(name) ?? ''}</textarea>
  </p>`;
}

interface Choices {
  readonly name: string;
  readonly options: readonly Html[];
}

function select(id: string, label: string, { name, options }: Choices): Html {
  return html`<p class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      ${options}
    </select>
  </p>`;
}

function option(value: string, label: string, chosen: string | null): Html {
  return html`<option value="${value}" ${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`;
}

function places({ halls }: Region, { typed }: FormState): readonly Html[] {
  const chosen = typed.get('place');
  return [
    option('', text.surprise.anywhere, chosen),
    ...halls.map(
      ({ id, name, windows }) =>
        html`<optgroup label="${name}">
          ${option(id, name, chosen)}
          ${windows.map((window) => option(`${id} ${window.id}`, `${window.name} ${window.numbers}`, chosen))}
        </optgroup>`,
    ),
  ];
}

function faultLine({ fault }: FormState, form: string): Html | '' {
  return fault === undefined ? '' : html`<p class="wrong" role="alert" id="${form}-fault">${fault}</p>`;
}
