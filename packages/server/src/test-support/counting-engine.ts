import type { Engine } from '@onetrip/engine';

/** The same engine, with the turns that it is really asked to take counted. */
export function countingEngine(inner: Engine): { readonly engine: Engine; turns(): number } {
  let turns = 0;
  const takeTurn: Engine['takeTurn'] = (consultation, input) => {
    turns += 1;
    return inner.takeTurn(consultation, input);
  };
  return { engine: { ...inner, takeTurn }, turns: () => turns };
}
