import { timeText } from './words.js';

export const byId = (id) => document.getElementById(id);

/**
 * Builds an element. Text always becomes textContent: what is shown comes from outside,
 * and must never be read as markup.
 */
export function element(tag, attributes = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
		else if (value !== null && value !== undefined) node.setAttribute(name, value);
	}
	node.append(...children.filter((child) => child !== null));
	return node;
}

/** The lists that are shown to their end. */
const whole = new WeakSet();

/**
 * Brings a list up to date. What hasn't changed keeps its very nodes, so that focus, scroll
 * position and opened details survive the next poll.
 */
export function syncList(list, items, keyOf, build) {
	const limit = Number(list.dataset.limit ?? Infinity);
	if (Number.isFinite(limit)) {
		showMore(list, items.length - limit, () => syncList(list, items, keyOf, build));
	}
	fill(list, whole.has(list) ? items : items.slice(0, limit), keyOf, build);
	const hint = list.closest('[data-list]')?.querySelector(':scope > .empty');
	if (hint) hint.hidden = items.length > 0;
}

/** The button that shows the rest of a list, so that no list has to scroll by itself. */
function showMore(list, hidden, again) {
	const panel = list.closest('[data-list]');
	let button = panel.querySelector(':scope > .more');
	if (!button) {
		button = element('button', { type: 'button', class: 'more' });
		panel.append(button);
	}
	const isWhole = whole.has(list);
	button.hidden = hidden <= 0;
	const { what, one = what } = list.dataset;
	setText(button, isWhole ? `Fewer ${what}` : `${hidden} more ${hidden === 1 ? one : what}`);
	button.onclick = () => {
		if (isWhole) whole.delete(list);
		else whole.add(list);
		again();
	};
}

function fill(list, items, keyOf, build) {
	const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
	let place = list.firstElementChild;
	for (const item of items) {
		const key = String(keyOf(item));
		const version = JSON.stringify(item);
		let node = old.get(key);
		if (node?.dataset.version !== version) {
			const fresh = build(item);
			fresh.dataset.key = key;
			fresh.dataset.version = version;
			if (node) {
				if (node === place) place = fresh;
				replace(node, fresh);
			}
			node = fresh;
		}
		old.delete(key);
		if (node === place) place = place.nextElementSibling;
		else list.insertBefore(node, place);
	}
	for (const node of old.values()) remove(node, list);
}

/** Swaps a node for its new version, which takes over focus and opened details. */
function replace(node, fresh) {
	const open = [...node.querySelectorAll('details')].map((details) => details.open);
	const focused = node.contains(document.activeElement) ? document.activeElement : null;
	node.replaceWith(fresh);
	fresh.querySelectorAll('details').forEach((details, index) => {
		details.open = open[index] ?? false;
	});
	if (!focused) return;
	const { testid } = focused.dataset;
	const same = testid && fresh.querySelector(`[data-testid="${CSS.escape(testid)}"]`);
	(same || fresh.querySelector('button, summary'))?.focus({ preventScroll: true });
}

/** Takes a node away; the focus in it goes to its neighbour instead of the page's beginning. */
function remove(node, list) {
	const neighbour = node.nextElementSibling ?? node.previousElementSibling;
	const focused = node.contains(document.activeElement);
	node.remove();
	if (!focused) return;
	const next = neighbour?.querySelector('button, summary');
	const panel = list.closest('section')?.querySelector('button');
	(next ?? panel)?.focus({ preventScroll: true });
}

/** Sets text only where it differs, so that nothing is selected away. */
export function setText(node, text) {
	if (node.textContent !== text) node.textContent = text;
}

/** A time of this page, in its one form. */
export function timeOf(at) {
	return element('time', { datetime: at, class: 'quiet number' }, timeText(at));
}

/** The one element of a column that plays the named part. */
export function part(column, name) {
	return column.querySelector(`[data-part="${name}"]`);
}
