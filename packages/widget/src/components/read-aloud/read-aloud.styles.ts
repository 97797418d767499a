import { css } from 'lit';

/** Sentences to read to a caller, one of them marked. */
export const readAloudStyles = css`
  section {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_sure);
    border-radius: var(--_radius);
    padding: var(--_space) calc(var(--_space) * 2) calc(var(--_space) * 1.5);
  }

  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
  }

  h3 {
    flex: 1 1 auto;
    font-size: var(--_size);
  }

  .place {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  ol {
    max-block-size: 16em;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 3em;
  }

  li button {
    border-radius: 3px;
    display: block;
    inline-size: 100%;
    padding: calc(var(--_space) * 0.5) var(--_space);
    text-align: start;
  }

  li button:hover {
    background: var(--_ground);
  }

  li.done button {
    color: var(--_quiet);
  }

  li.now button {
    background: var(--_sure-soft);
    border-color: var(--_sure);
    color: var(--_ink);
    font-size: var(--_large);
    font-weight: 600;
  }
`;
