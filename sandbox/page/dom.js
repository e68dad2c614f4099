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

/**
 * Brings a list up to date. What hasn't changed keeps its very nodes, so that focus, scroll
 * position and opened details survive the next poll.
 */
export function syncList(list, items, keyOf, build) {
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
	for (const node of old.values()) node.remove();
	const hint = list.closest('section')?.querySelector('.empty');
	if (hint) hint.hidden = items.length > 0;
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

/** Sets text only where it differs, so that nothing is selected away. */
export function setText(node, text) {
	if (node.textContent !== text) node.textContent = text;
}
