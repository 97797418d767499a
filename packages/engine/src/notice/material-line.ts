import type { NoticeMaterial, SectionLine } from '../model/notice.ts';
import { findDetail, sectionLine } from './section-line.ts';
import type { Frame } from './section-line.ts';

/** A material as a line to tick, with all there is to know about it under it. */
export function materialLine(material: NoticeMaterial, frame: Frame): SectionLine {
  const { sentences } = frame;
  const say = sentences.notice;
  const line = sectionLine(material, frame);
  const common = [
    ...(material.lacking ? [say.lacking] : []),
    ...(material.necessity === 'deferrable' ? [say.deferrable] : []),
    ...findDetail(material.when, sentences),
  ];
  const own = material.or.length === 0 ? singleDetails(material, frame) : choiceDetails(material, frame);
  return {
    ...line,
    text: material.or.length === 0 ? material.text : choiceText(material, frame),
    details: [...own, ...common].filter((detail) => detail !== ''),
    tick: true,
    material: material.material,
  };
}

function choiceText(material: NoticeMaterial, { sentences }: Frame): string {
  const names = [material.text, ...material.or.map(({ text }) => text)];
  return `${sentences.notice.anyOne}${sentences.words.list(names)}`;
}

function singleDetails(material: NoticeMaterial, frame: Frame): readonly string[] {
  const say = frame.sentences.notice;
  return [
    say.amount(material),
    ...(material.photo === undefined ? [] : [say.photo(material.photo)]),
    ...(material.note === undefined ? [] : [material.note]),
    ...(material.keeps === 'filled' ? [] : [origin(material, frame)]),
  ];
}

/** Who issues it and what to do without it. A form that lies at the window needs neither. */
function origin(material: NoticeMaterial, { sentences }: Frame): string {
  const say = sentences.notice;
  return [
    ...(isOfOneself(material.issuer) ? [] : [say.issuer(material.issuer)]),
    ...(material.howToGet === undefined ? [] : [say.ifMissing(material.howToGet)]),
  ].join(say.sentenceGap);
}

/** One detail for each alternative: name, amount, note, and how to get it; then what is about the choice. */
function choiceDetails(material: NoticeMaterial, { sentences }: Frame): readonly string[] {
  const say = sentences.notice;
  const { note, ...first } = material;
  const alternatives = [first, ...material.or].map((use) => {
    const parts = [
      say.amount(use),
      ...('note' in use && use.note !== undefined ? [use.note] : []),
      ...(use.howToGet === undefined ? [] : [say.ifMissing(use.howToGet)]),
    ].filter((part) => part !== '');
    return say.ofItem(use.text, parts.join(say.partGap));
  });
  return [
    ...alternatives,
    ...(material.photo === undefined ? [] : [say.photo(material.photo)]),
    ...(note === undefined ? [] : [note]),
  ];
}

/** What a person writes or brings of their own is issued by nobody. */
function isOfOneself(issuer: string): boolean {
  return issuer === '' || issuer === '本人';
}
