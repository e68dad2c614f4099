import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../../shared/api/apiClient';
import { Deadline, pause } from '../../../shared/api/deadline';
import { vendorText } from '../../../shared/api/vendorText';
import { keysOf, textOrNull } from '../../../shared/basic/values';
import { PATHS } from '../../api/client';
import { EXPORT_PAUSES } from '../../api/limits';

/** Words for an export that will not come any more; only `completed` is documented. */
const HOPELESS = /fail|error|cancel|expire|abort/i;

/**
 * Starts an export of many jobs and asks for it until it is done.
 *
 * @param longestSeconds how long to wait in all
 * @returns the web address of the file, which works for some minutes and for everybody
 * @throws NodeApiError when the export fails or takes too long
 */
export async function exportMany(
	client: ApiClient,
	data: IDataObject,
	longestSeconds: number,
): Promise<string> {
	const path = await start(client, data);
	const deadline = Deadline.after(longestSeconds);
	const bounded = client.within(longestSeconds + client.longestSeconds);
	for (let tries = 0; ; tries++) {
		const answer = keysOf(await bounded.request({ method: 'GET', path, wanted: 'such export' }));
		const { status, download_url: url } = keysOf(answer.data);
		const address = textOrNull(url);
		if (address !== null) return address;
		if (status === 'completed' || HOPELESS.test(textOrNull(status) ?? '')) {
			throw client.error({
				message: 'Detrack did not produce the documents',
				description: `Check that the jobs have such a document. Detrack says: ${vendorText(answer) ?? 'nothing'}`,
			});
		}
		const seconds = EXPORT_PAUSES[Math.min(tries, EXPORT_PAUSES.length - 1)] ?? 1;
		if (deadline.isOver) throw tooLong(client, longestSeconds, status);
		await pause(Math.min(seconds, deadline.left));
	}
}

/** Of the address that Detrack gives only the id counts, so that the key stays with the own host. */
async function start(client: ApiClient, data: IDataObject): Promise<string> {
	const answer = await client.request({
		method: 'POST',
		path: PATHS.bulkExport,
		body: { data },
		wanted: 'job with one of these D.O. numbers that has such a document',
		subject: 'the export of these jobs',
	});
	const address = textOrNull(keysOf(keysOf(answer).data).status_url) ?? '';
	const id = /\/status\/([^/?#]+)/.exec(address)?.[1];
	if (id !== undefined) return PATHS.exportStatus + id;
	throw client.error({
		message: 'Detrack did not say where the export is',
		description: `Try again. Detrack says: ${vendorText(answer) ?? 'nothing'}`,
	});
}

function tooLong(client: ApiClient, waited: number, status: unknown): Error {
	return client.error({
		message: `The export was not ready after ${waited === 1 ? '1 second' : `${waited} seconds`}`,
		description: `Allow more time under Wait for Documents, or export fewer jobs at once. Detrack says: ${textOrNull(status) ?? 'nothing'}`,
	});
}
