import { css } from 'lit';

/** The desk: dense, two columns, nothing that moves while a clerk talks. */
export const deskStyles = css`
  :host {
    --_large: calc(var(--_size) * 1.125);
    --_space: var(--ot-space, 7px);
    --_display: calc(var(--_size) * 1.375);

    container-type: inline-size;
  }

  :host(:not([elder])) {
    --_size: max(16px, var(--ot-font-size, 1rem));
    --_small: 16px;
    --_target: 40px;
  }

  .desk {
    background: var(--_ground);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_ink);
    font-family: var(--_font);
    font-size: var(--_size);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-break: strict;
    line-height: 1.6;
    text-align: start;
    text-autospace: normal;
    text-wrap: pretty;
    white-space: normal;
    word-break: normal;
  }

  .header {
    align-items: center;
    background: var(--_brand);
    border-radius: calc(var(--_radius) * 1.5 - 1px) calc(var(--_radius) * 1.5 - 1px) 0 0;
    color: var(--_on-brand);
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    justify-content: space-between;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 3);
  }

  h2 {
    font-size: var(--_large);
    letter-spacing: 0.04em;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    margin-inline: calc(var(--_space) * -1.5);
  }

  .tool {
    color: var(--_on-brand);
    padding-inline: calc(var(--_space) * 1.5);
  }

  .tool:hover {
    border-color: var(--_on-brand);
  }

  .tool:focus-visible {
    outline-color: var(--_on-brand);
    outline-offset: -1px;
  }

  kbd {
    border: 1px solid currentcolor;
    border-radius: 3px;
    font: inherit;
    padding-inline: 0.35em;
  }

  .columns {
    display: grid;
    gap: calc(var(--_space) * 3);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3) calc(var(--_space) * 3);
  }

  .left {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 1fr);
  }

  .staff {
    align-items: center;
    background: var(--_brand-soft);
    border-block-end: 1px solid var(--_line);
    color: var(--_brand-deep);
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 3);
  }

  .staff form {
    margin-inline-start: auto;
  }

  .staff a,
  .kept {
    align-items: center;
    color: var(--_brand);
    display: inline-flex;
    min-block-size: var(--_target);
    text-underline-offset: 0.25em;
  }

  .took-over {
    background: var(--_sure-soft);
    border-inline-start: 4px solid var(--_sure);
    color: var(--_sure);
    padding: var(--_space) calc(var(--_space) * 2);
  }

  .empty {
    color: var(--_quiet);
    padding-block: calc(var(--_space) * 4);
  }

  .trip {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }

  .trip li {
    align-items: baseline;
    display: flex;
    font-size: var(--_large);
    gap: var(--_space);
  }

  .trip .link {
    flex: none;
    font-size: var(--_small);
  }

  .bar {
    align-items: baseline;
    display: flex;
    gap: calc(var(--_space) * 2);
    padding-block-end: var(--_space);
  }

  h3 {
    font-size: var(--_size);
  }

  .count {
    color: var(--_doubt);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .count.settled {
    color: var(--_sure);
  }

  .aside {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 1fr);
  }

  .trouble {
    background: var(--_alert-soft);
    border: 1px solid var(--_alert);
    border-radius: var(--_radius);
    color: var(--_alert);
    padding: var(--_space) calc(var(--_space) * 2);
  }

  @container (min-width: 60em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    onetrip-read-aloud {
      inset-block-start: 0;
      position: sticky;
      z-index: 1;
    }

    .aside {
      inset-block-start: var(--_space);
      max-block-size: calc(100vh - var(--_space) * 2);
      overflow: auto;
      overscroll-behavior: contain;
      position: sticky;
    }
  }

  @media print {
    .desk {
      background: none;
      border: 0;
    }

    .header,
    .staff,
    .left,
    .kept,
    onetrip-read-aloud,
    onetrip-key-help {
      display: none;
    }

    .columns,
    .aside {
      display: block;
      max-block-size: none;
      overflow: visible;
      padding: 0;
      position: static;
    }
  }
`;
