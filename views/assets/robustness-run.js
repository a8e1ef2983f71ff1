/**
 * How far a robustness run is, without the page being loaded anew; once it has ended, the page is. Without this script the browser loads
 * it anew every few seconds.
 * Must never: ask again before it was answered.
 */
const PAUSE = 1500;

async function look() {
  const bar = document.getElementById('progress');
  const label = document.querySelector('label[for="progress"]');
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('progress');
    if (answer.ok && now === null) return location.reload();
    if (now !== null) {
      bar.value = now.value;
      bar.textContent = now.textContent;
      label.textContent = page.querySelector('label[for="progress"]').textContent;
    }
  } catch {
    // The next look may find the server again.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
