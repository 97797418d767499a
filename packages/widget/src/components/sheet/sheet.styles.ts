import { css } from 'lit';

/** The notice as a sheet of paper. */
export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }

  .sheet {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    box-shadow:
      0 1px 2px rgb(22 33 44 / 8%),
      0 6px 24px rgb(22 33 44 / 7%);
    padding: clamp(calc(var(--_space) * 2), 5cqi, calc(var(--_space) * 6));
  }

  header {
    border-block-end: 3px double var(--_brand);
    padding-block-end: calc(var(--_space) * 1.5);
  }

  .kind {
    align-items: baseline;
    color: var(--_brand);
    display: flex;
    flex-wrap: wrap;
    font-weight: 600;
    gap: 0 calc(var(--_space) * 2);
    justify-content: space-between;
    letter-spacing: 0.08em;
  }

  .number {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    letter-spacing: 0.02em;
  }

  h3 {
    font-size: clamp(var(--_title), 4.2cqi, var(--_display));
    line-height: 1.4;
    margin-block-start: calc(var(--_space) * 0.5);
    scroll-margin-block: 2em;
  }

  h3 span {
    display: block;
  }

  .facts {
    border-block-end: 1px solid var(--_line);
    padding-block: calc(var(--_space) * 1.5);
  }

  .facts h4,
  section h4 {
    color: var(--_brand-deep);
    font-size: var(--_large);
  }

  .facts h4 {
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 400;
  }

  section {
    border-block-end: 1px solid var(--_line);
    display: grid;
    gap: 0 calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 1fr) auto;
    padding-block: calc(var(--_space) * 1.5);
  }

  section h4 {
    align-self: center;
  }

  .lines {
    grid-column: 1 / -1;
  }

  section > details {
    grid-column: 2;
    grid-row: 1;
  }

  /* Open, it takes the line below, with its own sign still at the right. */
  section > details[open] {
    grid-column: 1 / -1;
    grid-row: auto;
  }

  section > details[open] > summary {
    justify-content: end;
  }

  .packed {
    color: var(--_sure);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    margin-inline-start: var(--_space);
    white-space: nowrap;
  }

  @container (max-width: 26em) {
    .packed {
      display: block;
      margin: 0;
    }
  }

  .lines > li {
    padding-block: calc(var(--_space) * 0.5);
  }

  .lines > li + li:is(.tick) {
    border-block-start: 1px dashed var(--_line);
  }

  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    padding-block: 0 !important;
  }

  .tick label {
    align-items: center;
    cursor: pointer;
    display: grid;
    font-size: var(--_large);
    font-weight: 700;
    gap: calc(var(--_space) * 1.25);
    grid-column: 1 / -1;
    grid-template-columns: 1.5em minmax(0, 1fr);
    min-block-size: var(--_target);
    overflow-wrap: anywhere;
  }

  input[type='checkbox'] {
    accent-color: var(--_sure);
    block-size: 1.375em;
    cursor: pointer;
    inline-size: 1.375em;
    margin: 0;
    min-block-size: 0;
  }

  .tick .under {
    grid-column: 1 / -1;
    padding-block-end: calc(var(--_space) * 0.75);
    padding-inline-start: calc(var(--_large) * 1.5 + var(--_space) * 1.25);
  }

  .detail {
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }

  .when {
    background: var(--_doubt-soft);
    border-radius: 3px;
    color: var(--_doubt);
    font-weight: 600;
    padding: 0.125em 0.5em;
  }

  .local {
    border: 1px solid var(--_edge);
    border-radius: 3px;
    color: var(--_quiet);
    display: inline-block;
    font-size: max(14px, calc(var(--_size) * 0.875));
    font-weight: 400;
    line-height: 1.5;
    margin-inline-start: 0.25em;
    padding-inline: 0.4em;
    white-space: nowrap;
  }

  .link.lacking {
    color: var(--_doubt);
  }

  .steps {
    counter-reset: step;
  }

  .steps > li {
    counter-increment: step;
    padding-inline-start: 2em;
    position: relative;
  }

  .steps > li::before {
    content: counter(step);
    color: var(--_brand);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    inset-inline-start: 0.25em;
    position: absolute;
  }

  .alarm {
    background: var(--_alert-soft);
    border: 2px solid var(--_alert);
    border-radius: var(--_radius);
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }

  .alarm h4 {
    color: var(--_alert);
  }

  .alarm.doubt {
    background: var(--_paper);
    border-color: var(--_doubt);
  }

  .alarm.doubt h4 {
    color: var(--_doubt);
  }

  .change {
    background: var(--_sure-soft);
    border: 1px solid var(--_sure);
    border-radius: var(--_radius);
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 0.5);
    padding: var(--_space) calc(var(--_space) * 2);
  }

  .change h4 {
    font-size: var(--_size);
  }

  .change b {
    font-weight: 600;
  }

  .links .link {
    margin-inline-start: calc(var(--_space) * -0.5);
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
  }

  .links .plain {
    margin-block: calc(var(--_space) * 0.5);
  }

  details {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  details li {
    padding-block: calc(var(--_space) * 0.5);
    padding-inline-start: 1em;
  }

  blockquote {
    border-inline-start: 3px solid var(--_line);
    margin: calc(var(--_space) * 0.5) 0;
    padding-inline-start: calc(var(--_space) * 1.5);
  }

  details a {
    color: var(--_brand);
    display: inline-block;
    overflow-wrap: anywhere;
    padding-block: 0.5em;
  }

  footer {
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    padding-block-start: calc(var(--_space) * 2);
  }

  .printed {
    display: none;
  }

  @container (min-width: 40em) {
    section.short {
      grid-template-columns: 8.5em minmax(0, 1fr) auto;
    }

    section.short > h4 {
      align-self: start;
      padding-block: calc((var(--_target) - 1.6em) / 2);
    }

    section.short > .lines {
      grid-column: 2;
      padding-block: calc((var(--_target) - 1.7em) / 2 - var(--_space) * 0.5);
    }

    section.short > details {
      grid-column: 3;
    }

    section.short > details[open] {
      grid-column: 2 / -1;
    }

    section.short:has(> details[open]) > .lines,
    section.short:not(:has(> details)) > .lines {
      grid-column: 2 / -1;
    }
  }
`;
