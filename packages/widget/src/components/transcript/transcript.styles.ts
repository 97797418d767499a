import { css } from 'lit';

/** What was said so far. */
export const transcriptStyles = css`
  .log {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .person {
    background: var(--_brand-soft);
    border-radius: calc(var(--_radius) * 2) calc(var(--_radius) * 2) 2px calc(var(--_radius) * 2);
    color: var(--_brand-deep);
    justify-self: end;
    margin-inline-start: 10%;
    overflow-wrap: anywhere;
    padding: var(--_space) calc(var(--_space) * 2);
    white-space: pre-line;
  }

  .guide {
    display: grid;
    gap: var(--_space);
  }

  .guide .say {
    font-size: var(--_size-said, inherit);
    overflow-wrap: anywhere;
  }

  .answer {
    border-block: 1px solid var(--_line);
    padding-block: calc(var(--_space) * 0.25);
  }

  .answer + .answer {
    border-block-start: 0;
    margin-block-start: calc(var(--_space) * -2);
  }

  .understood {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
  }

  .understood .title {
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 400;
    padding-block-start: calc(var(--_space) * 0.5);
  }

  .change {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space) calc(var(--_space) * 2);
  }

  .change li {
    align-items: baseline;
    display: flex;
    gap: var(--_space);
  }

  .change b {
    flex: none;
    font-weight: 600;
  }

  .added b {
    color: var(--_sure);
  }

  .removed b {
    color: var(--_quiet);
  }

  .fact .title {
    font-weight: 700;
  }

  .fact li {
    padding-block: calc(var(--_space) * 0.25);
  }

  .fact .detail {
    color: var(--_quiet);
  }
`;
