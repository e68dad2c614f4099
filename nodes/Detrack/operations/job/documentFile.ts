import { required } from '../../../shared/action/jsonField';
import { text } from '../../../shared/api/fields';
import { urlPart } from '../../../shared/basic/urlPart';
import { PATHS } from '../../api/client';
import { inWords, type JobKey } from '../../api/jobKey';
import type { FileWords } from '../../api/storeFile';

/** What the documents are called in sentences and file names. */
export const DOCUMENTS: Readonly<Record<string, { words: string; plural: string }>> = {
	pod: { words: 'proof of delivery', plural: 'pod' },
	// The singular for one job, the plural for many (docs/vendors.md#detrack-documents).
	'shipping-label': { words: 'shipping label', plural: 'shipping-labels' },
};

const FORMATS = {
	pdf: { mimeType: 'application/pdf', extension: 'pdf' },
	tiff: { mimeType: 'image/tiff', extension: 'tiff' },
};

/**
 * Whether a number can stand in the path of one job's document, which is all there is for it: slashes
 * in a path are not documented (docs/vendors.md#detrack-documents), and dots alone change it.
 */
export function canStandInPath(number: string): boolean {
	return !/\/|\\|^\.{1,2}$|\p{Surrogate}/u.test(number);
}

/** The request for one job's document. */
export function documentRequest(key: JobKey, document: string, format: string) {
	const { do_number: number, date, type } = key;
	const path = [number, ...(date === undefined ? [] : [date])].map(urlPart).join('/');
	return {
		method: 'GET',
		path: PATHS.export + path,
		query: { document, format, ...(type === undefined ? {} : { type }) },
		wanted: wordsFor(key, document).what,
	} as const;
}

export function wordsFor(key: JobKey, document: string, format = 'pdf'): FileWords {
	return {
		what: `${wordsOf(document)} of the ${inWords(key)}`,
		name: `${key.do_number}-${document}`,
		type: format === 'tiff' ? FORMATS.tiff : FORMATS.pdf,
	};
}

/** An export of several is a PDF in Detrack's example. */
export function wordsForMany(count: number, document: string): FileWords {
	return {
		what: `${wordsOf(document)} of ${count} jobs`,
		name: `${document}-of-${count}-jobs`,
		type: FORMATS.pdf,
	};
}

function wordsOf(document: string): string {
	return DOCUMENTS[document]?.words ?? document;
}

/** Where the file goes, as n8n's own nodes ask for it. */
export const outputFieldProperty = text('Put Output File in Field', 'outputField', {
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
});

/** @throws InvalidInput when there is none: n8n would keep the file where no node finds it */
export function checkOutputField({ outputField }: { outputField: string }): void {
	required(outputField, 'Put Output File in Field', 'Enter a name for it, such as data.');
}
