import { exported } from '../../../build/exported';
import { type Vendor, VENDORS } from '../../support/vendors';
import type { VendorDocuments } from './vendorDocuments';

/** Every vendor with what the documents say of it. */
export const DOCUMENTED: ReadonlyArray<Vendor & { documents: VendorDocuments }> = VENDORS.map(
	(vendor) => ({
		...vendor,
		documents: exported<VendorDocuments>(`./test/docs/vendors/${vendor.slug}`, 'documents'),
	}),
);
