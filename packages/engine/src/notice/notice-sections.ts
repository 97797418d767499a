import type { Locale } from '../model/consultation.ts';
import type {
  Notice,
  NoticeLine,
  NoticeMaterial,
  NoticePlace,
  NoticeSection,
  SectionId,
  SectionLine,
} from '../model/notice.ts';
import type { Sentences } from '../text/sentences.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { materialLine } from './material-line.ts';
import { sectionLine, words } from './section-line.ts';

/**
 * A notice as headed lists, in the one order that every channel draws: whether it can be done, what to do first,
 * what to bring, then the visit itself. Sections without lines are left out.
 *
 * @example
 * for (const { title, lines } of noticeSections(notice)) print(title, lines);
 */
export function noticeSections(notice: Notice, locale: Locale = 'zh-CN'): readonly NoticeSection[] {
  const sentences = sentencesOf(locale);
  const plain = (id: SectionId, lines: readonly NoticeLine[]) => section(id, lines, notice, sentences);
  const sections: readonly NoticeSection[] = [
    verdictSection('ineligible', notice.eligibility.reasons, notice, sentences),
    verdictSection('handoff', notice.handoff, notice, sentences),
    plain('first', notice.first),
    certainSection(notice, sentences),
    maybeSection(notice, sentences),
    formSection(notice, sentences),
    plain('not-needed', notice.notNeeded),
    plain('conditions', notice.eligibility.conditions),
    plain('steps', notice.steps),
    feeSection(notice, sentences),
    plain('time', notice.time),
    plain('deadlines', notice.deadlines),
    placeSection(notice, sentences),
    plain('proxy', notice.proxy),
    plain('online', notice.online),
    plain('results', notice.results),
    plain('suggestions', notice.suggestions),
    plain('warnings', notice.warnings),
    deferrableSection(notice, sentences),
    helpSection(notice, sentences),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function section(id: SectionId, lines: readonly NoticeLine[], notice: Notice, sentences: Sentences): NoticeSection {
  const title = sentences.notice.sections[id];
  return { id, title, lines: lines.map((line) => sectionLine(line, { notice, sentences })) };
}

/** A verdict that hangs on a doubt must not be headed as if it stood. */
function verdictSection(
  id: 'ineligible' | 'handoff',
  lines: readonly NoticeLine[],
  notice: Notice,
  sentences: Sentences,
): NoticeSection {
  const { perhapsIneligible, perhapsHandoff } = sentences.notice;
  const perhaps = id === 'ineligible' ? perhapsIneligible : perhapsHandoff;
  const doubtful = lines.every(({ when }) => when !== undefined);
  const base = section(id, lines, notice, sentences);
  const instead = base.lines.map((line, index) => {
    const note = lines[index]?.note;
    const details = line.details.map((detail) => (detail === note ? sentences.notice.instead(note) : detail));
    return { ...line, details };
  });
  return { ...base, lines: instead, ...(doubtful ? { title: perhaps } : {}) };
}

function certainSection(notice: Notice, sentences: Sentences): NoticeSection {
  const certain = broughtOf(notice).filter(({ when }) => when === undefined);
  const { materialsTitle, sections, nothingToBring } = sentences.notice;
  if (certain.length > 0) {
    const lines = certain.map((material) => materialLine(material, { notice, sentences }));
    return { id: 'materials', title: materialsTitle(certain.length), lines };
  }
  const isBarred = isDecidedAgainst(notice) || broughtOf(notice).length > 0;
  const lines = isBarred ? [] : [words('nothing-to-bring', nothingToBring)];
  return { id: 'materials', title: sections.materials, lines };
}

/** Nothing is listed for an item that cannot be done; that must not read as "nothing is needed". */
function isDecidedAgainst({ eligibility, handoff }: Notice): boolean {
  return eligibility.eligible === 'no' || handoff.some(({ when }) => when === undefined);
}

function maybeSection(notice: Notice, sentences: Sentences): NoticeSection {
  const open = broughtOf(notice).filter(({ when }) => when !== undefined);
  const lines = open.map((material) => materialLine(material, { notice, sentences }));
  return { id: 'maybe', title: sentences.notice.maybeTitle(open.length, notice.help.hotline), lines };
}

/** What lies at the window is filled in there: nobody brings it, so it is not counted among what to bring. */
function formSection(notice: Notice, sentences: Sentences): NoticeSection {
  const forms = notice.materials.filter(isForm);
  const lines = forms.map((material) => {
    const line = materialLine(material, { notice, sentences });
    // The heading says already that it is filled in at the window.
    const details = line.details.filter((detail) => detail !== sentences.notice.amount(material));
    return { ...line, details, tick: false };
  });
  return { id: 'forms', title: sentences.notice.sections.forms, lines };
}

function broughtOf(notice: Notice): Notice['materials'] {
  return notice.materials.filter((material) => !isForm(material));
}

function isForm({ keeps, or }: NoticeMaterial): boolean {
  return keeps === 'filled' && or.length === 0;
}

function feeSection(notice: Notice, sentences: Sentences): NoticeSection {
  const { fee, total, free, sections } = sentences.notice;
  const title = sections.fees;
  if (notice.fees.length === 0) {
    return { id: 'fees', title, lines: isDecidedAgainst(notice) ? [] : [{ ...words('free', free), local: true }] };
  }
  const lines = notice.fees.map((line) => ({
    ...sectionLine(line, { notice, sentences }),
    text: fee(line.text, line.amount),
  }));
  const certain = notice.fees.filter(({ when }) => when === undefined);
  const sum = notice.total === undefined || certain.length < 2 ? [] : [words('total', total(notice.total))];
  return { id: 'fees', title, lines: [...lines, ...sum] };
}

function placeSection(notice: Notice, sentences: Sentences): NoticeSection {
  const lines = notice.places.map((place) => placeLine(place, notice, sentences));
  const { sections, fictional } = sentences.notice;
  const warning = notice.region.fictional ? [words('fictional', fictional(notice.region.name))] : [];
  return { id: 'places', title: sections.places, lines: lines.length === 0 ? [] : [...lines, ...warning] };
}

function placeLine(place: NoticePlace, notice: Notice, sentences: Sentences): SectionLine {
  const { window, address, hours, phone, access } = sentences.notice;
  const { floor } = place;
  const line = sectionLine(place, { notice, sentences });
  const details = [
    ...place.windows.map((at) => window({ ...at, ...(floor === undefined ? {} : { floor }) })),
    ...(place.address === undefined ? [] : [address(place.address)]),
    ...place.hours.map((spans, index) => (index === 0 ? hours(spans) : spans)),
    ...(place.phone === undefined ? [] : [phone(place.phone)]),
    ...(place.access.length === 0 ? [] : [access(place.access)]),
  ];
  return { ...line, details: [...details, ...line.details] };
}

function deferrableSection({ deferrable }: Notice, { notice }: Sentences): NoticeSection {
  const lines = deferrable.map((name) => ({
    ...words(`deferrable/${name}`, name),
    details: [notice.deferrableHow],
    local: true,
  }));
  return { id: 'deferrable', title: notice.sections.deferrable, lines };
}

function helpSection({ help }: Notice, { notice }: Sentences): NoticeSection {
  const lines = [
    words('hotline', notice.hotline(help.hotline)),
    words('complaint', notice.complaint(help.complaint)),
    words('surprise', notice.extraMaterial),
  ];
  return { id: 'help', title: notice.sections.help, lines };
}
