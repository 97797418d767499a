import type { Aspect, Obligation } from '../model/obligation.ts';

/** The kinds of obligation that answer a question about one thing. */
export const aspectKinds: Readonly<Record<Aspect, readonly Obligation['kind'][]>> = {
  materials: ['material', 'before', 'not-needed'],
  fee: ['fee'],
  time: ['time', 'deadline'],
  place: ['place'],
  hours: ['place'],
  proxy: ['proxy'],
  online: ['online'],
  eligibility: ['eligibility', 'ineligible', 'handoff'],
};
