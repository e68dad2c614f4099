import { byId, element, syncList } from './dom.js';

/** Links to other things that run, such as n8n's editor, and to the columns of this page. */
export function showLinks({ links, n8n, vendors }) {
	// Once the workflow is there, the link leads to it.
	const all = n8n?.editor ? [{ label: 'n8n', url: n8n.editor.url }] : links;
	const safe = all.filter(({ url }) => /^https?:\/\//.test(url));
	syncList(
		byId('links'),
		safe,
		(link) => link.url,
		({ label, url }) => element('a', { href: url, target: '_blank', rel: 'noreferrer' }, label),
	);
	const jumps = byId('jumps');
	const first = jumps.querySelector('a:not([data-vendor])');
	for (const { name, label } of vendors) {
		if (jumps.querySelector(`[data-vendor="${CSS.escape(name)}"]`)) continue;
		const link = element('a', { href: `#vendor-${name}`, 'data-vendor': name }, label);
		jumps.insertBefore(link, first);
	}
}
