import { css } from 'lit';

/** The bring list while it grows. */
export const checklistStyles = css`
  .box {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_brand);
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5) calc(var(--_space) * 2.5);
  }

  h3 {
    font-size: var(--_large);
  }

  h4 {
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 600;
    margin-block-start: calc(var(--_space) * 2);
  }

  li {
    display: grid;
    gap: 0 var(--_space);
    grid-template-columns: 1.25em minmax(0, 1fr);
    padding-block: calc(var(--_space) * 0.5);
  }

  .mark {
    block-size: 1.25em;
    inline-size: 1.25em;
    margin-block-start: 0.175em;
  }

  .because {
    color: var(--_quiet);
    font-size: var(--_small);
    grid-column: 2;
  }

  .certain {
    color: var(--_sure);
  }

  .certain .name {
    color: var(--_ink);
    font-weight: 600;
  }

  .possible {
    color: var(--_doubt);
  }

  .possible .name {
    color: var(--_ink);
  }

  .dropped {
    color: var(--_quiet);
  }

  .empty {
    color: var(--_quiet);
    margin-block-start: var(--_space);
  }

  details summary {
    flex-wrap: wrap;
    font-weight: 700;
  }

  .count {
    color: var(--_quiet);
    font-weight: 400;
  }
`;
