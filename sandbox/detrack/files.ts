import type { FastifyInstance } from 'fastify';
import type { Answer } from '../core/answer';
import { pathValue, queryValue } from '../core/query';
import { answering, unauthorized } from './auth';
import { padded, type Download } from './download';
import { isExpired } from './fileUrls';
import { PHOTO_FILE, SIGNATURE_FILE } from './images';
import { badData } from './problem';
import type { DetrackService } from './service';
import { storageRefusal } from './storageRefusal';

export const SIGNATURE = 'signature.png';
/** Isn't a file of the driver's; only its size is kept like theirs. */
export const POD = 'pod.pdf';

/** The name of a photo's file. */
export const photo = (number: number): string => `photo_${number}.jpg`;

/** Signatures and photos, at addresses that stand in jobs and notifications. */
export function addFileRoutes(app: FastifyInstance, service: DetrackService): void {
	app.get(
		'/files/:id/:file',
		answering(service, (request): Answer | Download => {
			const { fileKey, fileType, fileLength, fileSeconds } = service.settings.values;
			const key = request.headers['x-api-key'];
			if (fileKey === 'required' && !service.keys.usable(key)) return unauthorized(service);
			if (fileKey === 'refused' && key !== undefined) throw badData('Keys have no place here');
			const expires = queryValue(request, 'Expires');
			const due = fileSeconds !== null && expires === undefined;
			if (due || isExpired(expires, service.view().now)) return storageRefusal();
			const name = pathValue(request, 'file');
			const job = service.jobs.byId(pathValue(request, 'id'));
			const proof = job && Object.hasOwn(job.proofs, name) ? job.proofs[name] : undefined;
			if (!proof || name === POD) return storageRefusal(404);
			const small = name.endsWith('.png') ? SIGNATURE_FILE : PHOTO_FILE;
			const file = padded(small, proof.bytes);
			const type = fileType === 'own' ? file.type : 'application/octet-stream';
			return { file, type, disposition: null, length: fileLength };
		}),
	);
}
