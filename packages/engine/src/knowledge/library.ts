import type { Material } from '../model/material.ts';
import type { Question } from '../model/question.ts';
import type { Authority } from '../model/service-item.ts';
import type { Source } from '../model/source.ts';
import type { Alternatives } from './alternatives.ts';
import type { IssueLog } from './issue-log.ts';
import { Shelf } from './shelf.ts';
import type { Located, Place } from './yaml/located.ts';

/** Where the parts of the compiled knowledge were written, for issues found only after compiling. */
export type Origins = Map<object, Place>;

/** One name that people call an item by. */
export interface ItemName {
  readonly item: string;
  readonly text: string;
  readonly at: Place;
}

/** All ids of the knowledge folder, one shelf per noun, while it is being compiled. */
export class Library {
  readonly log: IssueLog;
  readonly origins: Origins = new Map();
  readonly sources: Shelf<Source>;
  readonly materials: Shelf<Material>;
  readonly authorities: Shelf<Authority>;
  readonly questions: Shelf<Question>;
  /** The named conditions as written; read-facts.ts resolves them. */
  readonly facts: Shelf<Located>;
  /** The ids of the items. */
  readonly items: Shelf<string>;
  /** Titles and aliases of the items, for finding two items of one name. */
  readonly names: ItemName[] = [];
  /** By item id: what the item declares under `oneOf` and `exclusive`. */
  readonly alternatives = new Map<string, readonly Alternatives[]>();

  constructor(log: IssueLog) {
    this.log = log;
    this.sources = new Shelf({ code: 'source', name: '来源', where: 'sources.yaml' }, log);
    this.materials = new Shelf({ code: 'material', name: '材料', where: 'materials.yaml' }, log);
    this.authorities = new Shelf({ code: 'authority', name: '实施主体', where: 'authorities.yaml' }, log);
    this.questions = new Shelf({ code: 'question', name: '问题', where: 'questions.yaml 或事项的 questions' }, log);
    this.facts = new Shelf({ code: 'fact', name: '情形', where: 'facts.yaml' }, log);
    this.items = new Shelf({ code: 'item', name: '事项', where: 'items 文件夹' }, log);
  }
}
