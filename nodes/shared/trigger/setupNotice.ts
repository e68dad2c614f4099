import type { INodeProperties } from 'n8n-workflow';

const DOCS = 'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/';

/**
 * What a trigger says first. Of tags, n8n's notices keep links and lists alone: what is bold elsewhere is
 * plain there, and a line break is nothing (its N8nNotice, 2.41.1).
 *
 * @param page what to read on, within `docs/`
 */
export function setupNotice(text: string, page: string, link = 'Step by step'): INodeProperties {
	return {
		displayName: `${text} <a href="${DOCS}${page}" target="_blank">${link}</a>`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
	};
}

/** Sentences below each other, for a notice. */
export function listed(...sentences: string[]): string {
	return `<ul>${sentences.map((sentence) => `<li>${sentence}</li>`).join('')}</ul>`;
}
