import { html, nothing, render } from "lit-html";

export interface Question { title: string; text: string; confirm: string; danger: boolean; askReason: boolean }

/** Asks before something is done. Gives the reason ("" where none was given), or undefined when it was called off. */
export function ask(question: Question): Promise<string | undefined> {
  const dialog = document.createElement("dialog");
  document.body.append(dialog);
  render(html`
    <form method="dialog">
      <h2>${question.title}</h2>
      <p>${question.text}</p>
      ${question.askReason ? html`<label>Reason <input name="reason" maxlength="200" autocomplete="off" placeholder="optional, shown to everyone" /></label>` : nothing}
      <div class="bar">
        <button value="cancel" formnovalidate>Cancel</button>
        <button value="confirm" class=${question.danger ? "danger" : "primary"}>${question.confirm}</button>
      </div>
    </form>`, dialog);
  // Enter in the reason field must confirm, not press the first button.
  dialog.querySelector("input")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    dialog.close("confirm");
  });
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const reason = dialog.querySelector("input")?.value.trim() ?? "";
      dialog.remove();
      resolve(dialog.returnValue === "confirm" ? reason : undefined);
    });
  });
}
