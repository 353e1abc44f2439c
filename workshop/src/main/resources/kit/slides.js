// Arrows, space, Home and End move; n shows the notes; the address keeps the slide.
const slides = [...document.querySelectorAll('.slide')];
let now = Math.min(Math.max(Number(location.hash.slice(1)) - 1 || 0, 0), slides.length - 1);
function show(index) {
  now = Math.min(Math.max(index, 0), slides.length - 1);
  slides.forEach((slide, i) => slide.classList.toggle('now', i === now));
  history.replaceState(null, '', '#' + (now + 1));
}
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (['ArrowRight', 'ArrowDown', 'PageDown', ' '].includes(event.key)) show(now + 1);
  else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)) show(now - 1);
  else if (event.key === 'Home') show(0);
  else if (event.key === 'End') show(slides.length - 1);
  else if (event.key === 'n') document.body.classList.toggle('with-notes');
  else return;
  event.preventDefault();
});
show(now);
