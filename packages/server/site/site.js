// What the demo pages do by themselves: the large-text switch, and links that open the guide with an item chosen.

const STORED = 'onetrip-demo-elder';
const guides = document.querySelectorAll('onetrip-guide, onetrip-desk');

/** Makes the page and the guide large, or not, and remembers it. */
function setElder(elder) {
  document.documentElement.toggleAttribute('data-elder', elder);
  for (const guide of guides) guide.toggleAttribute('elder', elder);
  for (const button of document.querySelectorAll('.elder-switch')) {
    button.setAttribute('aria-pressed', String(elder));
  }
  try {
    localStorage.setItem(STORED, elder ? 'yes' : 'no');
  } catch {
    // Storage may be forbidden; the switch still works for this page.
  }
}

function isElder() {
  try {
    return localStorage.getItem(STORED) === 'yes';
  } catch {
    return false;
  }
}

/** `/?item=passport` opens the guide with that item chosen. */
function chooseItem() {
  const item = new URLSearchParams(location.search).get('item');
  if (item && /^[a-z0-9-]{1,100}$/.test(item)) document.querySelector('onetrip-guide')?.setAttribute('item', item);
}

for (const button of document.querySelectorAll('.elder-switch')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    setElder(!document.documentElement.hasAttribute('data-elder'));
  });
}
// The guide has a switch of its own; the page goes along with it.
const observer = new MutationObserver(([change]) => {
  const elder = change.target.hasAttribute('elder');
  if (elder !== document.documentElement.hasAttribute('data-elder')) setElder(elder);
});
for (const guide of guides) observer.observe(guide, { attributeFilter: ['elder'] });

if (isElder()) setElder(true);
chooseItem();
