// A guest's page looks whether something changed, and says so. Without this there is the button "Look again".
const page = document.querySelector('[data-now]');
const said = document.getElementById('guest-now');
const look = async () => {
  try {
    const answer = await fetch('/guest/now', { cache: 'no-store' });
    if (!answer.ok) return;
    const now = await answer.json();
    if (now.words !== said.textContent) said.textContent = now.words;
    if (now.state !== page.dataset.now) document.getElementById('guest-again').hidden = false;
  } catch {
    // The next look says it.
  }
};
setInterval(look, 5000);
