// @ts-check
// Signs in with the code that stands behind the # of the printed address. The code leaves the address at once, so that
// neither history nor a bookmark keeps it; without this script the form is filled in by hand.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("sign-in"));
const field = /** @type {HTMLInputElement | null} */ (document.getElementById("token"));
const code = location.hash.slice(1);

if (form && field && /^[\w-]{16,}$/.test(code)) {
  history.replaceState(null, "", location.pathname + location.search);
  field.value = code;
  form.requestSubmit();
}
