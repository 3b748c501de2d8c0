
"use strict";
// Search, filter and group the rows of tables and the items of lists. Hiding is a matter of the
// screen: what is hidden is printed all the same.
(() => {
  // Where a browser prints the margins of `@page`, the imprint is there and need not stand twice.
  if ("CSSMarginRule" in window) document.documentElement.classList.add("has-margins");

  const controls = document.querySelector(".controls");
  if (!controls) return;

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const find = (selector) => controls.querySelector(selector);
  const search = find("input");
  const choices = all(".choices button", controls);
  const group = find(".group");
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  const lists = all(".filtered").map((box) => {
    const table = box.querySelector("table");
    const items = all("tbody tr, li", box);
    const note = document.createElement("p");
    note.className = "none-left off";
    note.textContent = controls.dataset.noneLeft;
    box.after(note);
    return { box, table, items, note, isFiltered: items.some((item) => item.dataset.outcome) };
  });
  const texts = new WeakMap();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, folded(item.textContent));
    return texts.get(item);
  };

  const show = () => {
    const chosen = new Set(choices.filter(isPressed).map((button) => button.dataset.tone));
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    let [rows, others] = [0, 0];
    for (const { box, table, items, note, isFiltered } of lists) {
      let hidden = 0;
      for (const item of items) {
        const isOff =
          (isFiltered && chosen.size > 0 && !chosen.has(item.dataset.outcome)) ||
          !words.every((word) => textOf(item).includes(word));
        item.classList.toggle("off", isOff);
        hidden += isOff;
      }
      const isEmpty = items.length > 0 && hidden === items.length;
      box.classList.toggle("off", isEmpty);
      note.classList.toggle("off", !isEmpty);
      if (table) rows += hidden;
      else others += hidden;
    }
    all("tr.group").forEach(count);
    tell(rows, others);
  };

  // A group says how many of its rows are shown, of how many.
  const count = (head) => {
    const total = head.parentNode.rows.length - 1;
    const shown = all("tr:not(.group):not(.off)", head.parentNode).length;
    head.cells[0].textContent = `${head.dataset.label} ${shown < total ? `${shown}/` : ""}${total}`;
    head.classList.toggle("off", shown === 0);
  };

  const tell = (rows, others) => {
    const { rowsHidden, itemsHidden, nothingHidden, comma } = controls.dataset;
    const parts = [];
    if (rows) parts.push(rowsHidden.replace("{n}", rows));
    if (others) parts.push(itemsHidden.replace("{n}", others));
    find(".status").textContent = parts.join(comma) || nothingHidden;
  };

  // Every group of a table is a body of its own, in the order of the buttons.
  const arrange = (isGrouped) => {
    const labels = new Map(choices.map((button) => [button.dataset.tone, button.dataset.label]));
    for (const { table, items, isFiltered } of lists) {
      if (!table || !isFiltered) continue;
      for (const body of all("tbody", table)) body.remove();
      const groups = isGrouped ? [...labels, [undefined, controls.dataset.without]] : [[null, ""]];
      for (const [tone, label] of groups) {
        const members = isGrouped ? items.filter((item) => item.dataset.outcome === tone) : items;
        if (!members.length) continue;
        const body = document.createElement("tbody");
        if (isGrouped) body.append(groupHead(label, items[0].cells.length));
        body.append(...members);
        table.append(body);
      }
    }
  };

  const groupHead = (label, columns) => {
    const row = document.createElement("tr");
    const cell = document.createElement("th");
    row.className = "group";
    cell.scope = "rowgroup";
    cell.colSpan = columns;
    row.dataset.label = label;
    row.append(cell);
    return row;
  };

  const regroup = (on) => {
    press(group, on);
    arrange(on);
    show();
  };

  search.addEventListener("input", show);
  for (const button of choices)
    button.addEventListener("click", () => {
      press(button, !isPressed(button));
      show();
    });
  group.addEventListener("click", () => regroup(!isPressed(group)));
  find(".reset").addEventListener("click", () => {
    search.value = "";
    for (const button of choices) press(button, false);
    regroup(false);
  });
  find(".print").addEventListener("click", () => print());
  // Paper shows the rows in their own order.
  addEventListener("beforeprint", () => arrange(false));
  addEventListener("afterprint", () => regroup(isPressed(group)));

  show(); // a browser keeps what stood in the search field when a page is loaded again
  controls.hidden = false;
})();
