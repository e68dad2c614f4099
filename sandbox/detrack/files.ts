import { pathValue } from '../core/query';
import { unauthorized } from './auth';
import { fileAnswer, padded } from './download';
import { storageRefusal } from './fileUrls';
import { PHOTO_FILE, SIGNATURE_FILE } from './images';
import { badData } from './problem';
import type { DetrackApi } from './service';

export const SIGNATURE = 'signature.png';
/** Is not a file of the driver's; only its size is kept like theirs. */
export const POD = 'pod.pdf';

/** The name of a photo's file. */
export const photo = (number: number): string => `photo_${number}.jpg`;

/** Signatures and photos, at URLs that stand in jobs and notifications. */
export function addFileRoutes({ open, service }: DetrackApi): void {
	open.get('/files/:id/:file', (request) => {
		const { fileKey, fileType } = service.settings.values;
		const key = request.headers['x-api-key'];
		if (fileKey === 'required' && !service.keys.usable(key)) throw unauthorized(service);
		if (fileKey === 'refused' && key !== undefined) throw badData('Keys have no place here');
		const name = pathValue(request, 'file');
		const job = service.jobs.byId(pathValue(request, 'id'));
		const proof = job && Object.hasOwn(job.proofs, name) ? job.proofs[name] : undefined;
		if (!proof || name === POD) return storageRefusal(404);
		const small = name.endsWith('.png') ? SIGNATURE_FILE : PHOTO_FILE;
		const file = padded(small, proof.bytes);
		const type = fileType === 'own' ? file.type : 'application/octet-stream';
		return fileAnswer(file, { type });
	});
}
