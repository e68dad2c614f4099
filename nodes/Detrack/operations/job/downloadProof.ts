import { z } from 'zod';

import { FileItem, type Operation, operation } from '../../../shared/action/operation';
import { multiOptions } from '../../../shared/api/fields';
import { Deadline } from '../../../shared/api/deadline';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { idOrNull } from '../../../shared/basic/values';
import { fetchFile } from '../../api/fetchFile';
import { inWords } from '../../api/jobKey';
import { storeFile } from '../../api/storeFile';
import { checkOutputField, outputFieldProperty } from './documentFile';
import { chosenJob, jobProperties } from './jobLocator';
import { showJob } from './lookUpJob';
import { PROOF_KINDS, proofFilesOf } from './proofFiles';

export const downloadProof: Operation = operation({
	value: 'downloadProof',
	name: 'Download Proof',
	action: 'Download signature and photos of job',
	description: 'Download the signature and the photos of a job, as one item per file',
	output: z.object({
		reference: z.string(),
		jobId: z.string().nullable(),
		kind: z.enum(['signature', 'photo', 'itemPhoto']),
		takenAt: z.string().nullable(),
		fileName: z.string(),
		mimeType: z.string(),
	}),
	properties: [
		...jobProperties,
		multiOptions('Files', 'files', {
			options: PROOF_KINDS,
			default: ['signature', 'photo'],
			required: true,
			description: 'Which files to download',
		}),
		outputFieldProperty,
	],
	async run({ context, client }, { values }) {
		checkOutputField(values);
		if (values.files.length === 0) {
			throw new InvalidInput('"Files" is empty. Choose which files to download.');
		}
		const key = chosenJob(values, context.getTimezone());
		const job = await showJob(client, key);
		const files = proofFilesOf(job).filter(({ kind }) => values.files.includes(kind));
		if (files.length === 0) {
			throw new InvalidInput(
				`The ${inWords(key)} has none of the chosen files. The driver may not have taken any yet; its status is "${String(job.status)}".`,
			);
		}
		const items: FileItem[] = [];
		for (const { kind, label, url, takenAt } of files) {
			const words = {
				what: `${label.replaceAll('-', ' ')} of the ${inWords(key)}`,
				name: `${key.do_number}-${label}`,
			};
			const deadline = Deadline.after(client.longestSeconds);
			const answer = await fetchFile(client, url, words, deadline);
			const stored = await storeFile(context, client, answer, words);
			const { fileName = '', mimeType } = stored;
			const jobId = idOrNull(job.id);
			const json = { reference: key.do_number, jobId, kind, takenAt, fileName, mimeType };
			items.push(new FileItem(json, { [values.outputField]: stored }));
		}
		return items;
	},
});
