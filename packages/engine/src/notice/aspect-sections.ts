import type { NoticeSection, SectionId } from '../model/notice.ts';
import type { Aspect } from '../model/obligation.ts';

/** Told with every aspect once certain: what something costs is no answer to somebody who cannot have it done. */
const verdicts: readonly SectionId[] = ['ineligible', 'handoff'];

const sectionsOfAspect: Readonly<Record<Aspect, readonly SectionId[]>> = {
  materials: ['first', 'materials', 'maybe', 'forms', 'not-needed', 'deferrable'],
  fee: ['fees'],
  time: ['time', 'deadlines'],
  place: ['places'],
  hours: ['places'],
  proxy: ['proxy'],
  online: ['online'],
  eligibility: ['ineligible', 'handoff', 'conditions'],
};

/** The sections that answer a question about one thing only. */
export function aspectSections(sections: readonly NoticeSection[], aspect: Aspect): readonly NoticeSection[] {
  return sections.filter(({ id, lines }) => {
    const isVerdict = verdicts.includes(id);
    const isCertain = lines.some(({ when }) => when === undefined);
    return (isVerdict && isCertain) || sectionsOfAspect[aspect].includes(id);
  });
}
