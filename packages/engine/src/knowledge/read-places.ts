import type { Hall, Region } from '../model/region.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Library } from './library.ts';
import type { ConditionScope } from './read-condition.ts';
import { readRegion } from './read-region.ts';
import { readServices } from './read-services.ts';
import type { Overlay } from './read-services.ts';
import { Shelf } from './shelf.ts';
import type { SortedFiles } from './sort-files.ts';

/** One region and what it adds to the items. */
export interface LocalPlaces {
  readonly region: Region;
  readonly overlay: Overlay;
}

/** What places are read with. */
export interface PlacesContext {
  readonly library: Library;
  readonly conditions: ConditionScope;
  readonly items: readonly ServiceItem[];
  /** The region to compile for; may stay open when there is only one. */
  readonly wanted: string | undefined;
}

/** Reads all regions, so that all their faults are found, and returns the wanted one. */
export function readPlaces(files: SortedFiles, context: PlacesContext): LocalPlaces | undefined {
  const { log } = context.library;
  const places = new Map<string, LocalPlaces | undefined>();
  for (const { folder, document, file } of files.regions) {
    const halls = new Shelf<Hall>({ code: 'hall', name: '大厅', where: file }, log);
    if (!document) halls.markIncomplete();
    const region = document && readRegion(document, folder, halls, log);
    const overlay = readOverlay(files, folder, halls, context);
    places.set(folder, region && { region, overlay });
  }
  for (const { folder, file } of files.services) {
    if (places.has(folder)) continue;
    const message = `places/${folder} 里有 services.yaml，却没有 region.yaml；请补上。`;
    log.error({ file, line: 1, column: 1 }, 'missing-region', message);
  }
  return pickRegion(places, context);
}

function readOverlay(files: SortedFiles, folder: string, halls: Shelf<Hall>, context: PlacesContext): Overlay {
  const services = files.services.find((file) => file.folder === folder);
  if (!services?.document) return new Map();
  const questionsOf = (id: string) => context.items.find((item) => item.id === id)?.questions;
  return readServices(services.document, { ...context, halls, questionsOf });
}

function pickRegion(
  places: ReadonlyMap<string, LocalPlaces | undefined>,
  context: PlacesContext,
): LocalPlaces | undefined {
  const { library, wanted } = context;
  const names = [...places.keys()];
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined && places.has(name)) return places.get(name);
  const top = { file: 'places', line: 1, column: 1 };
  if (names.length === 0) {
    library.log.error(top, 'missing-region', '没有一个地区；请写 places/<地区>/region.yaml。');
  } else {
    const problem = wanted === undefined ? '有几个地区，没说用哪一个' : `没有叫“${wanted}”的地区`;
    library.log.error(top, 'unknown-region', `${problem}；请从 ${names.join('、')} 里选一个。`);
  }
  return undefined;
}
