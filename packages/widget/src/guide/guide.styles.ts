import { css } from 'lit';

/** The frame: a bar, the conversation, and beside or below it what the conversation leads to. */
export const guideStyles = css`
  :host {
    container-type: inline-size;
  }

  .guide {
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
    line-height: 1.7;
    overflow: clip;
    text-align: start;
    text-autospace: normal;
    text-transform: none;
    text-wrap: pretty;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
  }

  .header {
    align-items: center;
    background: var(--_brand);
    color: var(--_on-brand);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
    justify-content: space-between;
    padding: calc(var(--_space) * 1.5) clamp(calc(var(--_space) * 2), 3cqi, calc(var(--_space) * 4));
  }

  .title {
    align-items: baseline;
    display: flex;
    flex: 1 1 16em;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }

  h2 {
    font-size: var(--_title);
    letter-spacing: 0.06em;
  }

  .narrow:not(.hello) .title p {
    display: none;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5);
    margin-inline-start: calc(var(--_space) * -1.5);
  }

  .tool {
    color: var(--_on-brand);
    padding-inline: calc(var(--_space) * 1.5);
  }

  .tool:hover,
  .tool[aria-pressed='true'] {
    border-color: var(--_on-brand);
  }

  .tool[aria-pressed='true'] {
    font-weight: 700;
  }

  .tool:focus-visible {
    outline-color: var(--_on-brand);
    outline-offset: -1px;
  }

  .columns {
    display: grid;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding: clamp(calc(var(--_space) * 2), 3cqi, calc(var(--_space) * 4));
  }

  .wide .columns {
    grid-template-columns: minmax(0, 1fr) minmax(17em, 22em);
  }

  .wide.concluded .columns {
    grid-template-columns: minmax(0, 52em) minmax(11em, 15em);
    justify-content: center;
  }

  .conversation {
    align-content: start;
    display: grid;
    gap: calc(var(--_space) * 2.5);
    grid-template-columns: minmax(0, 1fr);
  }

  .wide .conversation {
    max-inline-size: 46em;
  }

  .wide.concluded .conversation {
    max-inline-size: none;
  }

  /* Holds focus only while one thing is replaced by another. */
  .conversation:focus-visible {
    outline: none;
  }

  .hello onetrip-transcript {
    --_size-said: var(--_title);
  }

  .wide.hello .columns {
    grid-template-columns: minmax(0, 52em);
    justify-content: center;
    padding-block: calc(var(--_space) * 5);
  }

  .wide.hello .conversation {
    max-inline-size: none;
  }

  .after {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    grid-template-columns: minmax(0, 1fr);
  }

  .after:not(:has(> :not([hidden], slot))) {
    display: none;
  }

  .trip {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
  }

  .aside .trip {
    display: block;
    padding-block-end: calc(var(--_space) * 1.5);
  }

  .trip .lead {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  .narrow .trip .lead {
    padding-block: calc((var(--_target) - 1.7em) / 2);
  }

  .trip li {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
  }

  .trip ul {
    flex: 1 1 12em;
  }

  .card {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 1px 2px rgb(22 33 44 / 6%);
    padding: clamp(calc(var(--_space) * 2), 3cqi, calc(var(--_space) * 3));
    padding-block-end: calc(var(--_space) * 1.5);
  }

  .go-on,
  onetrip-handoff .handover {
    margin-block-start: calc(var(--_space) * 2);
  }

  .waiting {
    color: var(--_quiet);
  }

  .waiting span {
    animation: appear 0s 500ms both;
  }

  .waiting span::after {
    content: '…';
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .trouble {
    background: var(--_alert-soft);
    border: 1px solid var(--_alert);
    border-radius: var(--_radius);
    color: var(--_alert);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }

  .trouble .plain {
    margin-block-start: var(--_space);
  }

  .earlier summary {
    color: var(--_brand);
  }

  .earlier[open] {
    border-block-end: 1px solid var(--_line);
    padding-block-end: calc(var(--_space) * 2);
  }

  .wide .aside {
    align-self: start;
    inset-block-start: calc(var(--_space) * 2);
    position: sticky;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  .wide .actions {
    display: grid;
    padding-block-start: calc(var(--_space) * 0.5);
  }

  .narrow .actions > * {
    flex: 1 1 8em;
  }

  ::slotted([slot='privacy']) {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  @media print {
    .columns,
    .conversation {
      display: block !important;
    }

    .guide {
      background: none;
      border: 0;
    }

    .columns {
      padding: 0;
    }

    .concluded :is(.header, .aside, .trip, .earlier, .lead-line, .after, onetrip-receipt) {
      display: none;
    }
  }
`;
