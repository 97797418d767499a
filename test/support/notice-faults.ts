import type { Notice, NoticeLine } from '@onetrip/engine';

/** Whole words in which 等 does not mean “and so on”. */
const innocent =
  /等候|不等|等级|等待|等同|等额|等于|等号|同等|平等|相等|中等|高等|初等|对等|均等|优等|特等|等你|等您|等到/gu;
const vague = /等|其他|其它|有关|相关/u;

/** What a notice may never do: stay vague, or ask for a material without saying how many, from whom and why. */
export function noticeFaults(notice: Notice): readonly string[] {
  return [...linesOf(notice).flatMap(lineFaults), ...notice.materials.flatMap(materialFaults)];
}

function linesOf(notice: Notice): readonly NoticeLine[] {
  const { reasons, conditions } = notice.eligibility;
  return [
    ...reasons,
    ...conditions,
    ...notice.materials,
    ...notice.notNeeded,
    ...notice.first,
    ...notice.steps,
    ...notice.fees,
    ...notice.time,
    ...notice.deadlines,
    ...notice.results,
    ...notice.places,
    ...notice.proxy,
    ...notice.online,
    ...notice.suggestions,
    ...notice.warnings,
    ...notice.handoff,
  ];
}

function lineFaults(line: NoticeLine): readonly string[] {
  const words = [line.text, line.note, line.when?.says, ...(line.when?.find ?? [])];
  const faults = words.filter((text) => text !== undefined && vague.test(text.replace(innocent, '')));
  const stated =
    line.sources.length > 0 || line.local ? [] : [`${line.id} has no source and is not local: ${line.text}`];
  return [...faults.map((text) => `${line.id} is vague: ${String(text)}`), ...stated];
}

function materialFaults(material: Notice['materials'][number]): readonly string[] {
  const uses = [material, ...material.or];
  const counts = uses.filter((use) => use.originals + use.copies < 1);
  return [
    ...(material.issuer.trim() === '' ? [`${material.id} does not say who issues it`] : []),
    ...counts.map((use) => `${material.id} does not say how many: ${use.text}`),
    ...uses.filter((use) => vague.test(use.text.replace(innocent, ''))).map((use) => `${material.id}: ${use.text}`),
  ];
}
