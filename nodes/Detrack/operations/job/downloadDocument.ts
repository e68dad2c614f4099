import { z } from 'zod';

import { FileItem, type Operation, operation } from '../../../shared/action/operation';
import type { ApiAnswer } from '../../../shared/api/apiClient';
import { Deadline } from '../../../shared/api/deadline';
import { number, options, shownWhen, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textsIn } from '../../../shared/basic/textList';
import { fetchFile, requestFile } from '../../api/fetchFile';
import { MOST_JOBS_IN_EXPORT } from '../../api/limits';
import { type FileWords, storeFile } from '../../api/storeFile';
import {
	canStandInPath,
	checkOutputField,
	documentRequest,
	DOCUMENTS,
	outputFieldProperty,
	wordsFor,
	wordsForMany,
} from './documentFile';
import { exportMany } from './exportMany';
import { chosenJob, jobProperties, whichOf } from './jobLocator';

const forOne = shownWhen('jobs', 'one');
const forSeveral = shownWhen('jobs', 'several');
const [jobLocator, whichJob] = jobProperties;

const properties = defineProperties([
	options('Jobs', 'jobs', {
		noDataExpression: true,
		options: [
			{ name: 'One', value: 'one', description: 'The document of one job' },
			{
				name: 'Several in One File',
				value: 'several',
				description: 'The documents of up to 1,000 jobs, as Detrack puts them together',
			},
		],
		default: 'one',
		description: 'Of how many jobs each input item gets the documents',
	}),
	{ ...jobLocator, ...forOne },
	text('D.O. Numbers', 'doNumbers', {
		required: true,
		placeholder: 'e.g. ORD-48310, ORD-48311',
		...forSeveral,
		description: 'Separated by commas. Also takes a list, as an expression gives it.',
	}),
	whichJob,
	options('Document', 'document', {
		options: [
			{ name: 'Proof of Delivery', value: 'pod' },
			{ name: 'Shipping Label', value: 'shipping-label' },
		],
		default: 'pod',
		description: 'Which document to download',
	}),
	options('Format', 'format', {
		options: [
			{ name: 'PDF', value: 'pdf' },
			{ name: 'TIFF', value: 'tiff' },
		],
		default: 'pdf',
		...forOne,
		description: 'The format of the file',
	}),
	number('Wait for Documents', 'longestExport', {
		typeOptions: { minValue: 0 },
		default: 300,
		...forSeveral,
		description: 'How many seconds to wait until Detrack has put the documents together',
	}),
	outputFieldProperty,
]);

export const downloadDocument: Operation = operation({
	value: 'downloadDocument',
	name: 'Download Document',
	action: 'Download document of job',
	description: 'Download the proof of delivery or the shipping label as a file',
	output: z.object({
		references: z.array(z.string()),
		document: z.enum(['pod', 'shipping-label']),
		fileName: z.string(),
		mimeType: z.string(),
	}),
	properties,
	async run({ context, client }, { values }) {
		checkOutputField(values);
		const { document, format, outputField, longestExport } = values;
		const zone = context.getTimezone();
		const store = async (references: string[], answer: ApiAnswer, words: FileWords) => {
			const file = await storeFile(context, client, answer, words);
			const { fileName = '', mimeType } = file;
			return new FileItem({ references, document, fileName, mimeType }, { [outputField]: file });
		};
		const exported = async (keys: { do_numbers: string[] }, words: FileWords) => {
			const data = { query: keys, document: DOCUMENTS[document]?.plural ?? document };
			const address = await exportMany(client, data, longestExport);
			const deadline = Deadline.after(client.longestSeconds);
			const answer = await fetchFile(client, address, words, deadline);
			return await store(keys.do_numbers, answer, words);
		};
		if (values.jobs === 'several') {
			const numbers = numbersIn(values.doNumbers);
			const keys = { do_numbers: numbers, ...whichOf(values.which, zone) };
			return await exported(keys, wordsForMany(numbers.length, document));
		}
		const key = chosenJob({ job: values.job, which: values.which }, zone);
		const { do_number: doNumber, ...which } = key;
		const words = wordsFor(key, document, format);
		if (!canStandInPath(doNumber)) {
			checkExportable(doNumber, format);
			return await exported({ do_numbers: [doNumber], ...which }, words);
		}
		const answer = await requestFile(client, documentRequest(key, document, format), words);
		return await store([doNumber], answer, words);
	},
});

/** @throws InvalidInput because an export of several, the other way, gives PDF only */
function checkExportable(number: string, format: string): void {
	if (format === 'pdf') return;
	throw new InvalidInput(
		`The document of the D.O. number "${number}" can only be had as PDF: a number like this cannot stand in the address for other formats.`,
	);
}

/** @throws InvalidInput when there are no numbers, or more than Detrack takes */
function numbersIn(given: string): string[] {
	const numbers = textsIn(given);
	if (numbers.length === 0) {
		throw new InvalidInput('"D.O. Numbers" is empty. Enter the numbers of the jobs.');
	}
	if (numbers.length > MOST_JOBS_IN_EXPORT) {
		throw new InvalidInput(
			`"D.O. Numbers" holds ${numbers.length} numbers, but Detrack takes at most ${MOST_JOBS_IN_EXPORT} in one export. Split them, as with a Loop Over Items node.`,
		);
	}
	return numbers;
}
