import { recordsIn, textOrNull } from '../../../shared/basic/values';

export const PROOF_KINDS = [
	{ name: 'Item Photos', value: 'itemPhoto' },
	{ name: 'Photos', value: 'photo' },
	{ name: 'Signatures', value: 'signature' },
] as const;

export interface ProofFile {
	kind: (typeof PROOF_KINDS)[number]['value'];
	/** Also the end of its file's name. */
	label: string;
	url: string;
	takenAt: string | null;
}

const PHOTOS = Array.from({ length: 10 }, (_value, index) => index + 1);

/** The files that a driver has left behind, by the addresses in a job (docs/vendors.md#detrack-documents). */
export function proofFilesOf(job: Record<string, unknown>): ProofFile[] {
	const at = (key: string) => textOrNull(job[key]);
	const found: Array<Omit<ProofFile, 'url'> & { url: string | null }> = [
		{
			kind: 'signature',
			label: 'signature',
			url: at('signature_file_url'),
			takenAt: at('signed_at'),
		},
		{
			kind: 'signature',
			label: 'signature-on-own-device',
			url: at('recipient_sender_device_signature_file_url'),
			takenAt: at('recipient_sender_device_pod_at'),
		},
		...PHOTOS.map((number) => ({
			kind: 'photo' as const,
			label: `photo-${number}`,
			url: at(`photo_${number}_file_url`),
			takenAt: at(`photo_${number}_at`),
		})),
		...recordsIn(job.items).map((item, index) => ({
			kind: 'itemPhoto' as const,
			label: `item-${index + 1}`,
			url: textOrNull(item.photo_url),
			takenAt: null,
		})),
	];
	return found.flatMap((file) => (file.url === null ? [] : [{ ...file, url: file.url }]));
}
