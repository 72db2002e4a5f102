// Generated from openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the process runs
         * @description Answers as long as the process can answer at all; asks nobody else.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the process can serve
         * @description Checks what every request needs. Load balancers send traffic only on 200.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics of this process
         * @description Prometheus text format. Keep this path inside the network.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List companies
         * @description Newest first. Active ones, unless another status is asked for.
         */
        get: operations["listCompanies"];
        put?: never;
        /**
         * Record a company
         * @description A company wraps exactly one legacy mirror: name an existing one, or a legacy reference from which a mirror is made.
         */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a company
         * @description Its own fields, with counts and open balances of this moment; these do not change the version. A company that was merged is still answered, with `merged_into_id`.
         */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a company
         * @description Merge patch: absent fields stay, null clears.
         */
        patch: operations["changeCompany"];
        trace?: never;
    };
    "/v1/companies/{companyId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a company
         * @description An archived company takes no new orders, contacts, addresses or agreements; what is under way goes on. Archiving it again changes nothing.
         */
        post: operations["archiveCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an archived company
         * @description The undo of archiving. Restoring a company that is not archived changes nothing.
         */
        post: operations["restoreCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/legal-entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a company to a legal entity
         * @description Who of us its next invoices are by; null stands for the default one. A draft keeps the series that it was made for, and a credit note is by whom its invoice is. Assigning it again changes nothing.
         */
        post: operations["assignLegalEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview a merge of two companies
         * @description What a merge would move, which contacts it would join, and what stands in its way. Changes nothing.
         */
        get: operations["previewCompanyMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another company into this one
         * @description Everything that belongs to the other company belongs to this one afterwards. The other stays as a trace with its own mirror, and points here. There is no undo, so preview it first.
         */
        post: operations["mergeCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a company's unapplied credit
         * @description Money of the company that settles nothing yet, by currency. It is used by allocating its payments to invoices. Money in the inbox of unapplied payments is shown apart: somebody has to place it first.
         */
        get: operations["getCompanyCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contacts of a company
         * @description Newest first. Who was merged into another contact is left out.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Record a contact
         * @description An e-mail address stands for one person of a company: taken, it is refused with the id of who has it. The same number, or a near name, is a warning in the answer. A number without country code is read as one of the company's region.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search contacts
         * @description Over all companies, newest first. Who was merged into another contact is left out.
         */
        get: operations["searchContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact
         * @description With the roles that the person holds, and who may be the same person.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description Merge patch; roles replace the full set, and who keeps a role stays primary for it.
         */
        patch: operations["changeContact"];
        trace?: never;
    };
    "/v1/contacts/{contactId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a contact
         * @description The person has left. Keeps the roles, is primary for none, and is found still. Twice is once.
         */
        post: operations["archiveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a contact
         * @description The person is back, with the roles and primary for none. Twice is once.
         */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant and take roles
         * @description A company has at most one primary contact a role: who becomes it takes it from who was, in one step. A role outside the five is refused with a list of them.
         */
        post: operations["changeContactRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview a merge
         * @description What merging another contact into this one would do. Refuses what the merge would refuse.
         */
        get: operations["previewContactMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge two contacts
         * @description Of one company, when they are one person. Roles are united, an empty number or note is filled, orders name the contact that stays, which is active when either was; invoices keep their snapshot. The other stays readable as a trace.
         */
        post: operations["mergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{contactId}/warnings/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge warnings
         * @description Says that this contact and those are different people; neither is warned of the other again. Twice is once.
         */
        post: operations["acknowledgeContactWarnings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the addresses of a company
         * @description Newest first.
         */
        get: operations["listAddresses"];
        put?: never;
        /**
         * Record an address in a company's book
         * @description It is judged by the rules of its country, without asking anybody outside. What can be corrected is corrected and listed in the verdict; a fault refuses it, unless `override` gives a reason, which needs addresses:override. What the book has already, whatever its case, accents, spaces, label and telephone, is answered with 200 and stays as it is.
         */
        post: operations["createAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an address
         * @description As it is now; shipments keep the snapshot they were made with.
         */
        get: operations["getAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an address
         * @description Merge patch, judged like a new address. An address that a shipment or an order has used is archived and replaced by a new one, which takes over its defaults and is the answer; only its label changes in place. Snapshots on shipments and invoices stay as they are.
         */
        patch: operations["changeAddress"];
        trace?: never;
    };
    "/v1/imports/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a file of contacts
         * @description All rows are kept, or none when one is refused. Somebody with the same data is left unchanged; an e-mail address of somebody else in the company, or of one who was merged, is refused, and so is a row that an archived or merged company would have to take. `roles` has `;` between them; an empty `active` means true.
         */
        post: operations["importContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a file of addresses
         * @description All rows are kept, or none when one is refused. A place that is in the company's book already, whatever its label, is left unchanged.
         */
        post: operations["importAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports
         * @description Newest first; dry runs are among them.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import
         * @description What became of the rows of one file.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rows of an import that have remarks
         * @description In the order of the file. Rows that were simply taken are counted and not listed.
         */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read contacts as a file
         * @description In a stable order, as an import takes them. A cell that a spreadsheet would calculate has an apostrophe in front, which an import takes off again. Streamed; half a file ends in a broken connection.
         */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read addresses as a file
         * @description In a stable order, as an import takes them. A cell that a spreadsheet would calculate has an apostrophe in front, which an import takes off again. Streamed; half a file ends in a broken connection.
         */
        get: operations["exportAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses/{addressId}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an address stand against the rules
         * @description For an address of the book in which the rules of its country find faults. Its words stay; who overrode it and why is kept.
         */
        post: operations["overrideAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses/{addressId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an address
         * @description Takes it out of the book and out of the company's defaults. Nothing new can be sent there; what was sent keeps its snapshot. Archived already, nothing happens.
         */
        post: operations["archiveAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses/{addressId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an address
         * @description Puts it back into the book, as no default. Refused while the book has a live address that says the same.
         */
        post: operations["restoreAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/past-destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List former destinations
         * @description Where parcels of the company went, each place once, by last use. A shipment of each is named for from_shipment_id.
         */
        get: operations["listPastDestinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/save-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a shipment's address in the company's book
         * @description Takes the address that the shipment was given by hand into the book, like one that is recorded there; the shipment stays as it is. What the book has already is answered with 200.
         */
        post: operations["saveShipmentAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description By SKU.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Record a product
         * @description The SKU is never given to another product. It is sold once it has a published price.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a product
         * @description With its version for a change.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a product
         * @description Merge patch. The SKU stays.
         */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/v1/products/{productId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a product
         * @description No longer sold, by no price whatever. Refused while a list price, or an agreed one in force or in draft, is valid or to come.
         */
        post: operations["archiveProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a product
         * @description Takes it out of the archive.
         */
        post: operations["restoreProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List price book entries
         * @description Newest first.
         */
        get: operations["listPriceBookEntries"];
        put?: never;
        /**
         * Draft a price
         * @description A draft may overlap others; nobody is charged by it until it is published.
         */
        post: operations["createPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a price
         * @description With its twin at Stripe.
         */
        get: operations["getPriceBookEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Merge patch; null clears. A published price is amended or closed instead.
         */
        patch: operations["changePriceBookEntry"];
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a price
         * @description From now on it is charged, and Stripe is told of it. Its time begins now at the earliest.
         */
        post: operations["publishPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a price
         * @description Ends a published price now or at an instant to come, no later than it ends anyway. One that has not begun by then never applies.
         */
        post: operations["closePriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend a price
         * @description Another amount from an instant on. The price ends there and a new one takes over until the same end.
         */
        post: operations["amendPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard a draft
         * @description Throws the draft away and answers it as it was.
         */
        post: operations["discardPriceBookEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-book-entries/{priceBookEntryId}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a price now
         * @description Queues a sync that failed or waits. A synced price stays as it is.
         */
        post: operations["retryPriceSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List price drift
         * @description Where Stripe and the price book disagree, as the nightly comparison found it; newest first.
         */
        get: operations["listPriceDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices/drift/{priceDriftId}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repair price drift
         * @description Queues what makes Stripe agree with the price book. The next comparison resolves the drift.
         */
        post: operations["repairPriceDrift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price a list of SKUs
         * @description Resolves the prices that an order would get now, one answer a line; nothing is kept.
         */
        post: operations["quotePrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/resolutions/{orderItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how an order line's price was found
         * @description Every resolution that was kept, with what it was resolved from and a replay of it.
         */
        get: operations["getPricingResolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List price agreements
         * @description Newest first. Drafts and ended ones are listed as well.
         */
        get: operations["listPriceAgreements"];
        put?: never;
        /**
         * Draft a price agreement
         * @description Nobody is charged by a draft. Each line gives an amount per piece or a percentage off the list price.
         */
        post: operations["createPriceAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the figures of price agreements
         * @description Counts by status, revenue of paid orders under agreement, what Stripe lacks, what ends soon.
         */
        get: operations["getPriceAgreementFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a price agreement
         * @description With its lines and the price of each at Stripe.
         */
        get: operations["getPriceAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Merge patch; lines replace all lines. What is active is amended instead.
         */
        patch: operations["changePriceAgreement"];
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a draft into force
         * @description Its prices go to Stripe. An amendment ends the revision it amends in the same moment, and so waits for its own beginning; it is refused once that revision was terminated. So is a draft whose time is over, or of an archived company.
         */
        post: operations["activatePriceAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft the next revision
         * @description A copy under the same number, to be changed and then activated. The active revision stays in force until then.
         */
        post: operations["amendPriceAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an active agreement
         * @description From this moment its prices no longer apply; they leave Stripe a little later.
         */
        post: operations["terminatePriceAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft away
         * @description Answers what it was. Its history stays readable.
         */
        post: operations["discardPriceAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/retry-sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up the sync to Stripe
         * @description For every price that Stripe does not have. It is taken up every five minutes by itself.
         */
        post: operations["retryPriceAgreementSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-agreements/{priceAgreementId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who changed a price agreement
         * @description Newest first, with the agreement before and after each change; also of a discarded draft.
         */
        get: operations["getPriceAgreementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description Newest first.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Draft an order
         * @description Prices are resolved now and kept as a snapshot with their evidence. A bespoke price needs `pricing:bespoke` as well.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description With its lines, money, parcels, possible moves and what is in the way.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move an order
         * @description The same moves as the verbs, for callers that work by status.
         */
        patch: operations["changeOrderStatus"];
        trace?: never;
    };
    "/v1/orders/{orderId}/send-checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the buyer to checkout
         * @description Checks every price against Stripe, makes a new page, and expires the open session if there is one before it answers. Blocked while a price is not synced, and once the order's invoice on terms is settled in part. What Stripe refuses leaves the open session as it is.
         */
        post: operations["sendCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/accept-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept new prices
         * @description Takes the prices of this moment for an order that waits for no payment, if they are those that are named. A price that changed meanwhile is refused again.
         */
        post: operations["acceptPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Possible until a unit has shipped. What was paid through Stripe goes back, and the invoice gets its credit note when it has; other money leaves a task for a person. With validate_only it answers the order as it would be, with the refunds that would be made, and keeps nothing.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invoice an unpaid order on terms
         * @description Issues its one invoice, due after the company's payment terms. A payment that comes later settles it; the order is paid once the invoice is settled, however the money came.
         */
        post: operations["invoiceOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order's timeline
         * @description Events, courier scans, payment signals, automation and legacy calls together, newest first.
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read why an order does not move on
         * @description The same list that the order carries.
         */
        get: operations["getOrderBlockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices
         * @description Newest first.
         */
        get: operations["listInvoices"];
        put?: never;
        /**
         * Draft an invoice by hand
         * @description For a company, and if it belongs to one, an order. Taxes are counted over the other lines. A draft has no number.
         */
        post: operations["createInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice
         * @description With its lines and what settles it.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Merge patch; lines replace all lines, and taxes are counted again. What is issued is frozen.
         */
        patch: operations["changeInvoice"];
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice as a PDF file
         * @description The invoice as it was issued, with what was paid then; the same bytes for ever. A receipt says what has been paid until now. Tagged for screen readers, in the language that the company had at issue.
         */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft away
         * @description It stays as a void invoice without a number.
         */
        post: operations["discardInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a draft
         * @description Number, dates, bill-to and lines freeze. It is due after the company's payment terms, in the company's calendar.
         */
        post: operations["issueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void an issued invoice
         * @description Its number stays used. What is paid, wholly or in part, is a 409 that points to the credit note.
         */
        post: operations["voidInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the number series and their gaps
         * @description By series. A gap is a number that was given and that no document has; there must be none.
         */
        get: operations["listInvoiceSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/legal-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who issues documents
         * @description By code. What was issued keeps the seller that it was issued with.
         */
        get: operations["listLegalEntities"];
        put?: never;
        /**
         * Add a legal entity
         * @description With its two series, `<code>-INV` of invoices and `<code>-CN` of credit notes. A prefix is of one series alone. Its documents name it as the seller; a company's are issued by it once the company is assigned to it.
         */
        post: operations["createLegalEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/legal-entities/{legalEntityCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a legal entity
         * @description As the next document prints it.
         */
        get: operations["getLegalEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a legal entity
         * @description Merge patch; lists replace lists. It is on the next document, never on one that was issued.
         */
        patch: operations["changeLegalEntity"];
        trace?: never;
    };
    "/v1/unapplied-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List money that could not be applied
         * @description Newest first.
         */
        get: operations["listUnappliedPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unapplied-payments/{unappliedPaymentId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply money from the inbox
         * @description Settles invoices of one company from the money and takes it out of the inbox. What is left of it is the company's credit. Money whose company nobody knew becomes that of the company whose invoices it settles.
         */
        post: operations["applyUnappliedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unapplied-payments/{unappliedPaymentId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund money from the inbox
         * @description Sends back all that is left of the money and takes it out of the inbox. It comes back when the refund fails. Twice is once.
         */
        post: operations["refundUnappliedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unapplied-payments/{unappliedPaymentId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold money from the inbox as credit
         * @description Takes the money out of the inbox and leaves it as its company's credit. The company has to be named where nobody knows it yet. Twice is once.
         */
        post: operations["holdUnappliedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payments
         * @description Newest first.
         */
        get: operations["listPayments"];
        put?: never;
        /**
         * Record a payment by hand
         * @description Money that came by bank transfer or cheque. It is the company's credit until it is allocated to invoices. A payment that says the same as another one is refused with the id of that one.
         */
        post: operations["recordManualPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a payment
         * @description An amount, the sum of lines of an invoice that the payment settles, or all that is left. The money is reserved at once; Stripe is asked by a job. When it has gone, the invoices that it settled get their credit notes. A payment that came by hand goes back by hand and needs the reference.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List refunds
         * @description Newest first, ours and those made at Stripe.
         */
        get: operations["listRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the statement of a company's account
         * @description What it owed before, each movement with the balance after it, and what it owes at the end. A debit is what the company owes more; a negative balance is credit in its favour. Allocations move nothing, as they only say which payment settles which invoice.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivables/aged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what companies owe by how late it is
         * @description What is left of the invoices of each company, by the days since they were due; companies that owe nothing are left out. The totals are of all companies, not of the page.
         */
        get: operations["listAgedReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read invoices as a file
         * @description Newest first, with the filters of the list. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read payments as a file
         * @description Newest first, with the filters of the list. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read refunds as a file
         * @description Newest first, with the filters of the list. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read credit notes as a file
         * @description By the time of issue, newest first, with the filters of the list. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the statement of a company's account as a file
         * @description The balance before, the movements, oldest first, and the balance after. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/aged-receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what companies owe by how late it is as a file
         * @description In the order of the ids of companies. Streamed; half a file ends in a broken connection. A text that a spreadsheet would calculate has an apostrophe in front.
         */
        get: operations["exportAgedReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a payment
         * @description With what it settles, and what it did before that was taken back.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle invoices from a payment
         * @description In full or in part; several shares of one invoice are added up. Refused when more is asked for than is left of the payment or of an invoice, with what is left of each, and for invoices of another company or currency. The status of each invoice follows, and an order on terms is paid once its invoice is. A payment that waits in the inbox leaves it.
         */
        post: operations["allocatePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/allocations/{allocationId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an allocation back
         * @description The money is the company's credit again and the invoice waits for money again. The allocation stays, with the reason. Twice is once.
         */
        post: operations["reversePaymentAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a refund
         * @description With its lines and credit notes.
         */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{refundId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed refund again
         * @description Makes a new refund of the same amount that names the failed one. A refund is tried again once; after that, its retry is.
         */
        post: operations["retryRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Credit an invoice
         * @description An amount, parts of lines, or all that is left. The note is numbered and frozen at once. What the invoice no longer needs of its payments becomes unapplied credit of the company; nothing is sent back.
         */
        post: operations["createCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List credit notes
         * @description By the time of issue, newest first.
         */
        get: operations["listCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{creditNoteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note
         * @description With its lines.
         */
        get: operations["getCreditNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{creditNoteId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note as a PDF file
         * @description The credit note as it was issued; the same bytes for ever. Tagged for screen readers, in the language of its invoice.
         */
        get: operations["getCreditNotePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List disputes
         * @description Newest first, inquiries of banks included.
         */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{disputeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dispute
         * @description What a customer's bank asks back.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List fulfilment orders
         * @description Newest first.
         */
        get: operations["listFulfillments"];
        put?: never;
        /**
         * Prepare units of an order
         * @description Made by itself when an order is paid; by hand for what was left over. No unit is promised twice.
         */
        post: operations["createFulfillment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a fulfilment order
         * @description With what is to be prepared and what is already in parcels.
         */
        get: operations["getFulfillment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft a parcel
         * @description Allocates units of the fulfilment order to a new parcel. The address is copied; serial numbers may follow later.
         */
        post: operations["createShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/shipment-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what parcels can be made
         * @description What is left of each item, devices in stock, known destinations and couriers.
         */
        get: operations["getShipmentOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/shipments/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft several parcels
         * @description All or none: what is wrong with one of them is said with its place, and nothing is drafted.
         */
        post: operations["createShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a fulfilment order on hold
         * @description While a hold is open nobody packs, makes ready or hands over; parcels that couriers carry go on. Several may be open at once.
         */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a hold
         * @description Ends this hold; others stay. Released again changes nothing.
         */
        post: operations["releaseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split a fulfilment order
         * @description Moves units that are in no parcel into a new fulfilment order of the same order, which is answered. Something must stay behind. Refused while the fulfilment order is on hold.
         */
        post: operations["splitFulfillment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fulfillments/{fulfillmentOrderId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge fulfilment orders
         * @description Takes other fulfilment orders of the same order over, with their parcels in draft or ready; each of them is cancelled and names this one. Refused for one of which a parcel has left, for one of a replacement, and while one is on hold. Merged again changes nothing.
         */
        post: operations["mergeFulfillments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List shipments
         * @description Newest first.
         */
        get: operations["listShipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a shipment
         * @description With its contents, devices, automation and the newest scans.
         */
        get: operations["getShipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a shipment
         * @description Merge patch before hand-over. Courier, tracking number and quantities change in draft only.
         */
        patch: operations["changeShipment"];
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/ask-courier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the courier now
         * @description A poll of this parcel ahead of its time, within the courier's budget. What the courier says comes as any other scan does. Refused for a draft, a cancelled parcel and a courier that is not asked. A parcel that nobody asks about any more, such as one that came back, stays so.
         */
        post: operations["askAboutParcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft away
         * @description It stays as a cancelled parcel; its units and devices are free.
         */
        post: operations["discardShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a shipment
         * @description mark_ready needs a courier, a tracking number, a device for every provisionable unit, and a customs declaration where the parcel leaves the sender's country.
         */
        post: operations["changeShipmentStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/packing-slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a packing slip as a PDF file
         * @description From, to, what is inside with its serial numbers, without prices; a customs summary for another country. As the parcel is now, in the language of the company.
         */
        get: operations["getPackingSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/automation-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what delivery will set up
         * @description For each unit that is set up after delivery. A unit without a plan has the usual step; queued steps say how they stand.
         */
        get: operations["getAutomationPlan"];
        put?: never;
        /**
         * Plan what delivery will set up
         * @description Replaces the plan of the named units, before hand-over. Units that are not named keep theirs.
         */
        post: operations["planAutomationSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/correct-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a wrong delivery back
         * @description The only way out of delivered. The parcel is in transit again, and so are the statuses above it; `automation` decides what becomes of steps that the delivery began. What the courier had said until now no longer delivers the parcel. Refused with `move_not_allowed` while returns have units of it; `details.items` names them.
         */
        post: operations["correctDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write lost or damaged units off
         * @description Units of a parcel that has left. They count as neither shipped nor delivered any more; a parcel under way with nothing left ends. Units that a return has are on their way to us and cannot be written off. No replacement and no refund follows by itself - they may name the case.
         */
        post: operations["writeOffUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/write-offs/{writeOffId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a write-off back
         * @description The units turned up; they are where their parcel is. Reversed again changes nothing.
         */
        post: operations["reverseWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{shipmentId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a shipment's timeline
         * @description Events, courier scans, automation and legacy calls together, newest first.
         */
        get: operations["getShipmentTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Newest first.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Open a case
         * @description By hand, such as for a loss. Returns and replacements open theirs by themselves.
         */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description With every record that belongs to it. None of them implies another.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a record to a case
         * @description A refund, a credit note, an invoice or a device assignment of the same company and order. It stays as it is, and belongs to one case at most.
         */
        post: operations["linkCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case
         * @description Once its returns and replacements have ended.
         */
        post: operations["closeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List returns
         * @description Newest first.
         */
        get: operations["listReturns"];
        put?: never;
        /**
         * Ask for units to be taken back
         * @description Units that were delivered, or whose parcel comes back undelivered, and are in no other return.
         */
        post: operations["createReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a return
         * @description With its units, devices, receipts and parcels.
         */
        get: operations["getReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a return
         * @description Says where to send the units and until when.
         */
        post: operations["approveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a return
         * @description Its units are free for another.
         */
        post: operations["rejectReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a return
         * @description Until its units are on their way. They are free for another.
         */
        post: operations["cancelReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a parcel to a return
         * @description Its arrival is recorded with what was in it.
         */
        post: operations["createReturnShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive units of a return
         * @description Part by part, each with its condition. Every provisionable unit names its device. Nothing is refunded, and devices stay assigned.
         */
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a return
         * @description What has not come is released, or stays with the customer.
         */
        post: operations["closeReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/unassign-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take received devices from the company
         * @description Opens one automation step for each; its assignment ends when that has succeeded. Nothing else ends it.
         */
        post: operations["unassignReturnDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}/restock-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put received devices back into stock
         * @description Each may go out in another parcel. Possible for devices that came as new or used and have left their company; a device that came damaged, is still assigned, or is being set up at this moment is refused with `device_not_available`. A set-up that still waits is called off. Asked again changes nothing.
         */
        post: operations["restockReturnDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List replacements
         * @description Newest first.
         */
        get: operations["listReplacements"];
        put?: never;
        /**
         * Replace a unit
         * @description At no charge: opens a case, the return of the old unit, and, in advance, what prepares the new one.
         */
        post: operations["createReplacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replacements/{replacementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a replacement
         * @description With the way of both units.
         */
        get: operations["getReplacement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replacements/{replacementId}/charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge an old unit that did not come back
         * @description Drafts the invoice after the deadline and links it to the case. Whoever issues it charges the customer.
         */
        post: operations["chargeReplacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replacements/{replacementId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a replacement
         * @description When both units are where they belong, when the old one is waived, or before anything was packed.
         */
        post: operations["closeReplacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/couriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List couriers
         * @description By code; the ones that are not offered included.
         */
        get: operations["listCouriers"];
        put?: never;
        /**
         * Add a courier
         * @description One that no adapter of its own speaks to. Its numbers are any 4 to 40 letters and digits; with the name of a secret it may push in our own format, signed.
         */
        post: operations["createCourier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/couriers/{courierCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a courier
         * @description With its polling, its budget of calls, and whether it is paused.
         */
        get: operations["getCourier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a courier
         * @description Merge patch: absent fields stay. It lifts a pause.
         */
        patch: operations["changeCourier"];
        trace?: never;
    };
    "/v1/tracking-numbers/{trackingNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tracking number
         * @description Which couriers it may be of, those whose check it passes first. Nothing is stored, nobody is asked.
         */
        get: operations["getTrackingNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List devices
         * @description Newest first.
         */
        get: operations["listDevices"];
        put?: never;
        /**
         * Register devices
         * @description All or none: a serial number that is known refuses the whole request.
         */
        post: operations["registerDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automation-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List automation steps
         * @description Newest first.
         */
        get: operations["listAutomationSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automation-steps/{automationStepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an automation step
         * @description With every call that was made to the legacy bridge for it.
         */
        get: operations["getAutomationStep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a queued step
         * @description Replaces what its scenario is given, before the first attempt.
         */
        patch: operations["changeAutomationStep"];
        trace?: never;
    };
    "/v1/automation-steps/{automationStepId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an automation step again
         * @description Queues the step once more, also when its attempts are used up.
         */
        post: operations["retryAutomationStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/automation-steps/{automationStepId}/fallback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an automation step over by hand
         * @description Ends the automation of this step and keeps what was done instead.
         */
        post: operations["fallbackAutomationStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List work that waits for a person
         * @description Newest first.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a task is done
         * @description Done again changes nothing.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the timeline of everything
         * @description Oldest first and without holes: ask again with the next_cursor as after_seq to catch up.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the queues of background jobs
         * @description All of them, by name, with what is in them now and whether they are paused.
         */
        get: operations["listJobQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-queues/{queue}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a queue
         * @description Its jobs wait from now on, in every process; those that run go on to their end. Paused again changes nothing, the first reason included.
         */
        post: operations["pauseJobQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-queues/{queue}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a queue go on
         * @description Jobs that waited begin at once. Resumed again changes nothing.
         */
        post: operations["resumeJobQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List background jobs
         * @description Newest first, with their live state.
         */
        get: operations["listJobRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-runs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a background job
         * @description With every attempt.
         */
        get: operations["getJobRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job-runs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed job
         * @description Gives it one more attempt, at once, and closes the task that asked for it. Refused while it may still succeed by itself, and 90 days after it failed.
         */
        post: operations["retryJobRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reconciliations
         * @description Newest first; every night has one.
         */
        get: operations["listReconciliations"];
        put?: never;
        /**
         * Compare with Stripe
         * @description Queues a comparison of the sessions, payments, charges, refunds and disputes that were made in a window. What needs no person is repaired by itself.
         */
        post: operations["startReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a reconciliation
         * @description How far it is, how much was compared and what came of it.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliationId}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a reconciliation found
         * @description Where Stripe and we disagree, with both sides, the cause where it is known, and what repairs it; newest first.
         */
        get: operations["listReconciliationDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages to billing contacts
         * @description Invoices, reminders and overdue notices that were sent or are to be, newest first.
         */
        get: operations["listEmailDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-deliveries/{emailDeliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message to a billing contact
         * @description With what the mail server last said.
         */
        get: operations["getEmailDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-deliveries/{emailDeliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed message again
         * @description To the billing contact of today, or to the address that was asked for, under the same Message-ID. What was sent is not repeated; send a copy of the invoice instead.
         */
        post: operations["resendEmailDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a copy of an invoice
         * @description With its PDF, to the company's billing contact or to an address. Each call is a message of its own; the same Idempotency-Key is the same message.
         */
        post: operations["sendInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forwarded events
         * @description Stripe's events on their way to whoever else is told of them, newest first.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/divergence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that ended on one side only
         * @description Either we are done with the event and the target did not take it, or the target took it and we are not done. Newest first.
         */
        get: operations["listWebhookDivergence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward the events of a span again
         * @description Those that did not arrive, or all of them; at most 10,000. Targets tell repeats by the event's id.
         */
        post: operations["redeliverWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhookDeliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a forwarded event
         * @description With every try.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhookDeliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward an event again
         * @description Whatever became of it before. The target tells repeats by the event's id.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a push from Stripe
         * @description Verifies Stripe-Signature over the raw bytes, stores the event once, answers. The work happens later.
         */
        post: operations["receiveStripeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/couriers/{courierCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a push from a courier
         * @description Verifies the courier's signature over the raw bytes, stores the event once, answers. The work happens later.
         */
        post: operations["receiveCourierWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Id of an order.
         * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
         */
        OrderId: string;
        /**
         * @description Id of an order line.
         * @example oit_01k6y3q8zvf4e9t2b7n5c0hw11
         */
        OrderItemId: string;
        /**
         * @description Id of a company.
         * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
         */
        CompanyId: string;
        /**
         * @description Id of a company mirror.
         * @example cmr_01k6y3q8zvf4e9t2b7n5c0hw31
         */
        CompanyMirrorId: string;
        /**
         * @description Id of a contact.
         * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
         */
        ContactId: string;
        /**
         * @description Id of an address.
         * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
         */
        AddressId: string;
        /**
         * @description Id of an import.
         * @example imp_01k6y3q8zvf4e9t2b7n5c0hwa1
         */
        ImportId: string;
        /**
         * @description Id of a product.
         * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
         */
        ProductId: string;
        /**
         * @description Id of a price book entry.
         * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
         */
        PriceBookEntryId: string;
        /**
         * @description Id of a price agreement.
         * @example pag_01k6y3q8zvf4e9t2b7n5c0hw71
         */
        PriceAgreementId: string;
        /**
         * @description Id of a line of a price agreement.
         * @example agl_01k6y3q8zvf4e9t2b7n5c0hw71
         */
        PriceAgreementLineId: string;
        /**
         * @description Id of a change of a price agreement.
         * @example pah_01k6y3q8zvf4e9t2b7n5c0hw71
         */
        PriceAgreementChangeId: string;
        /**
         * @description Id of a drift between Stripe and the price book.
         * @example drf_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        PriceDriftId: string;
        /**
         * @description Id of a reconciliation.
         * @example rcn_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        ReconciliationId: string;
        /**
         * @description Id of a difference that a reconciliation found.
         * @example rcd_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        ReconciliationDifferenceId: string;
        /** @description Which objects are compared, by when they were made; at most 92 days, which have begun. */
        StartReconciliation: {
            /**
             * Format: date-time
             * @description The first instant of the window.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where it ends; not part of it.
             */
            to: string;
        };
        /** @description A comparison of our checkout sessions, payments, refunds and disputes with Stripe's. */
        Reconciliation: {
            /** @description Id of the reconciliation. */
            id: components["schemas"]["ReconciliationId"];
            /**
             * @description How far it is. One that failed gave up asking Stripe; its job says why.
             * @enum {string}
             */
            status: "queued" | "running" | "completed" | "failed";
            /**
             * Format: date-time
             * @description The first instant of the window.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where the window ends; not part of it.
             */
            to: string;
            /** @description Who asked for it; `scheduler` for the nightly one. */
            requested_by: string;
            /** @description How many objects were looked at; zero until it is completed. */
            compared: {
                /** @description Checkout sessions. */
                sessions: number;
                /** @description Payment intents. */
                payments: number;
                /** @description Charges, for what was refunded of them. */
                charges: number;
                /** @description Refunds. */
                refunds: number;
                /** @description Disputes. */
                disputes: number;
            };
            /** @description How many differences it found. */
            difference_count: number;
            /** @description How many of them no later reconciliation has found gone. */
            open_difference_count: number;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was completed; null until then.
             */
            finished_at: string | null;
        };
        /**
         * @description What disagrees. `…_unrecorded` and `…_unknown` are at Stripe only, `…_missing` here only; `dispute_unbooked` is a lost one without its refund.
         * @enum {string}
         */
        ReconciliationDifferenceKind: "session_status" | "session_left_open" | "session_unknown" | "session_missing" | "session_amount" | "payment_unrecorded" | "payment_missing" | "payment_status" | "payment_amount" | "charge_refunded" | "refund_unrecorded" | "refund_missing" | "refund_status" | "refund_amount" | "dispute_unrecorded" | "dispute_missing" | "dispute_status" | "dispute_unbooked";
        /** @description Where Stripe and we disagree about one object. */
        ReconciliationDifference: {
            /** @description Id of the difference. */
            id: components["schemas"]["ReconciliationDifferenceId"];
            /** @description What disagrees. */
            kind: components["schemas"]["ReconciliationDifferenceKind"];
            /** @description The object's id at Stripe. */
            provider_object_id: string;
            /** @description The payment that it belongs to, where there is one. */
            payment_intent_id: string | null;
            /** @description The order, where we know it. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description Our side in words; null where we have no such object. */
            ours: string | null;
            /** @description Stripe's side in words; null where Stripe has no such object. */
            theirs: string | null;
            /**
             * @description Why, where it is known. `webhook_lost` came to nobody, `webhook_late` came after the report, `webhook_unprocessed` came and its work did not end.
             * @enum {unknown}
             */
            cause: "webhook_lost" | "webhook_late" | "webhook_unprocessed" | null;
            /**
             * @description What brings the sides together. `converge` looks at Stripe again and follows it, and `expire_session` closes the session there; both are queued by themselves. `review` needs a person.
             * @enum {string}
             */
            proposed_repair: "converge" | "expire_session" | "review";
            /**
             * Format: date-time
             * @description When the repair was queued; null where a person has to decide.
             */
            repair_queued_at: string | null;
            /**
             * Format: date-time
             * @description When the object was made.
             */
            object_created_at: string;
            /**
             * Format: date-time
             * @description When it was found.
             */
            found_at: string;
            /**
             * Format: date-time
             * @description When a later reconciliation no longer found it; null while open.
             */
            resolved_at: string | null;
            /** @description The reconciliation that no longer found it. */
            resolved_by_id: components["schemas"]["ReconciliationId"] | null;
        };
        /** @description A page of reconciliations, newest first. */
        ReconciliationList: {
            /** @description The page. */
            data: components["schemas"]["Reconciliation"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of differences, newest first. */
        ReconciliationDifferenceList: {
            /** @description The page. */
            data: components["schemas"]["ReconciliationDifference"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /**
         * @description Id of a message to a billing contact.
         * @example eml_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        EmailDeliveryId: string;
        /**
         * @description Where a message stands. Failed was refused, or put off for two days; skipped is not needed any more.
         * @enum {string}
         */
        EmailStatus: "queued" | "sent" | "failed" | "skipped";
        /**
         * @description What a message is about. A receipt is the invoice of an order that was paid beforehand; a copy was asked for.
         * @enum {string}
         */
        EmailKind: "invoice_issued" | "invoice_receipt" | "invoice_reminder" | "invoice_overdue" | "invoice_copy";
        /** @description A message to a billing contact. */
        EmailDelivery: {
            /** @description Id of the message. */
            id: components["schemas"]["EmailDeliveryId"];
            /** @description What it is about. */
            kind: components["schemas"]["EmailKind"];
            /** @description Of a reminder or an overdue notice, for which day after the due date, before it when negative; 0 otherwise. */
            day: number;
            /** @description The invoice. */
            invoice_id: components["schemas"]["InvoiceId"];
            /** @description The invoice's number. */
            invoice_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description To whom it was last tried; null until then, unless an address was asked for. */
            to: string | null;
            /** @description Its subject; null until it is tried. */
            subject: string | null;
            /** @description Where it stands. */
            status: components["schemas"]["EmailStatus"];
            /**
             * @description Why it was not sent. Superseded means that a later notice of the invoice took its place.
             * @enum {string|null}
             */
            skip_reason: "paid" | "void" | "superseded" | null;
            /** @description How often it was tried. */
            attempts: number;
            /** @description What the mail server last said, or why it could not be asked. */
            provider_answer: string | null;
            /** @description Its Message-ID, the same in every try. */
            message_id: string;
            /**
             * Format: date-time
             * @description When it was queued.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the mail server took it.
             */
            sent_at: string | null;
        };
        /** @description A page of messages, newest first. */
        EmailDeliveryList: {
            /** @description The page. */
            data: components["schemas"]["EmailDelivery"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description To whom a copy goes. */
        SendInvoice: {
            /**
             * Format: email
             * @description One address; absent means the company's billing contact.
             */
            to?: string;
        };
        /**
         * @description Id of a delivery of an event to a target.
         * @example whd_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        WebhookDeliveryId: string;
        /**
         * @description Where a delivery stands. The target `refused` it for good, or every try was used up and it `failed`.
         * @enum {string}
         */
        WebhookDeliveryStatus: "waiting" | "delivered" | "refused" | "failed";
        /** @description An event of Stripe's on its way to a target. */
        WebhookDeliverySummary: {
            /** @description Id of the delivery. */
            id: components["schemas"]["WebhookDeliveryId"];
            /** @description The event's id at Stripe. */
            event_id: string;
            /** @description The event's type at Stripe. */
            event_type: string;
            /** @description To whom it goes. */
            target: string;
            /** @description Where it stands. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When Stripe told us of the event.
             */
            received_at: string;
            /**
             * Format: date-time
             * @description When the target took it; null until then.
             */
            delivered_at: string | null;
        };
        /** @description An event of Stripe's on its way to a target, with every try. */
        WebhookDelivery: {
            /** @description Id of the delivery. */
            id: components["schemas"]["WebhookDeliveryId"];
            /** @description The event's id at Stripe. */
            event_id: string;
            /** @description The event's type at Stripe. */
            event_type: string;
            /** @description To whom it goes. */
            target: string;
            /** @description Where it stands. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When Stripe told us of the event.
             */
            received_at: string;
            /**
             * Format: date-time
             * @description When the target took it; null until then.
             */
            delivered_at: string | null;
            /** @description Every try, oldest first. */
            tries: components["schemas"]["WebhookDeliveryTry"][];
        };
        /** @description One try of a delivery. */
        WebhookDeliveryTry: {
            /** @description Which try it was. */
            attempt: number;
            /**
             * @description Whether Stripe's own signature went along, or one made anew because that was too old.
             * @enum {string}
             */
            signature: "original" | "anew";
            /** @description What the target answered; null when it did not. */
            status_code: number | null;
            /** @description What the target said, or why there was no answer; null when it took the event. */
            error: string | null;
            /** @description How long it took. */
            duration_ms: number;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            attempted_at: string;
        };
        /** @description An event that ended on one side only. */
        WebhookDivergence: {
            /** @description Id of the delivery. */
            id: components["schemas"]["WebhookDeliveryId"];
            /** @description The event's id at Stripe. */
            event_id: string;
            /** @description The event's type at Stripe. */
            event_type: string;
            /** @description To whom it goes. */
            target: string;
            /** @description Where it stands. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When Stripe told us of the event.
             */
            received_at: string;
            /**
             * Format: date-time
             * @description When the target took it; null until then.
             */
            delivered_at: string | null;
            /**
             * @description What we did with the event.
             * @enum {string}
             */
            our_status: "received" | "ignored" | "processed" | "failed";
            /** @description True when we are done and the target is not; false the other way round. */
            ended_here: boolean;
        };
        /** @description Which events are forwarded again, by when they were received. */
        RedeliverWebhooks: {
            /**
             * Format: date-time
             * @description The first instant of the span.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where it ends; not part of it.
             */
            to: string;
            /** @description Also those that the target took; false when absent. */
            include_delivered?: boolean;
        };
        /** @description What was queued. */
        RedeliveredWebhooks: {
            /** @description How many deliveries wait again. */
            queued: number;
        };
        /** @description A page of deliveries, newest first. */
        WebhookDeliveryList: {
            /** @description The page. */
            data: components["schemas"]["WebhookDeliverySummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of events that ended on one side only, newest first. */
        WebhookDivergenceList: {
            /** @description The page. */
            data: components["schemas"]["WebhookDivergence"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /**
         * @description Id of a stored pricing resolution.
         * @example prs_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        PricingResolutionId: string;
        /**
         * @description Id of a checkout session.
         * @example chk_01k6y3q8zvf4e9t2b7n5c0hw91
         */
        CheckoutSessionId: string;
        /**
         * @description Id of an invoice.
         * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
         */
        InvoiceId: string;
        /**
         * @description Id of an invoice line.
         * @example inl_01k6y3q8zvf4e9t2b7n5c0hwb1
         */
        InvoiceLineId: string;
        /**
         * @description Id of a payment.
         * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
         */
        PaymentRecordId: string;
        /**
         * @description Id of a payment allocation.
         * @example pal_01k6y3q8zvf4e9t2b7n5c0hwd1
         */
        PaymentAllocationId: string;
        /**
         * @description Id of an unapplied payment.
         * @example unp_01k6y3q8zvf4e9t2b7n5c0hwe1
         */
        UnappliedPaymentId: string;
        /**
         * @description Id of a refund.
         * @example rfn_01k6y3q8zvf4e9t2b7n5c0hwg1
         */
        RefundId: string;
        /**
         * @description Id of a credit note.
         * @example crn_01k6y3q8zvf4e9t2b7n5c0hwh1
         */
        CreditNoteId: string;
        /**
         * @description Id of a credit note line.
         * @example cnl_01k6y3q8zvf4e9t2b7n5c0hwj1
         */
        CreditNoteLineId: string;
        /**
         * @description Id of a dispute.
         * @example dsp_01k6y3q8zvf4e9t2b7n5c0hwm1
         */
        DisputeId: string;
        /**
         * @description Id of a fulfilment order.
         * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
         */
        FulfillmentOrderId: string;
        /**
         * @description Id of a hold.
         * @example fhd_01k6y3q8zvf4e9t2b7n5c0hwq1
         */
        FulfillmentHoldId: string;
        /**
         * @description Id of a write-off.
         * @example wof_01k6y3q8zvf4e9t2b7n5c0hwr1
         */
        WriteOffId: string;
        /**
         * @description Id of a case, by which a write-off, a replacement, a refund and a credit note are linked.
         * @example cas_01k6y3q8zvf4e9t2b7n5c0hws1
         */
        CaseId: string;
        /**
         * @description Id of a return.
         * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
         */
        ReturnId: string;
        /**
         * @description Id of the units of a parcel in a return.
         * @example rit_01k6y3q8zvf4e9t2b7n5c0hwt3
         */
        ReturnItemId: string;
        /**
         * @description Id of a receipt of returned units.
         * @example rrc_01k6y3q8zvf4e9t2b7n5c0hwt4
         */
        ReturnReceiptId: string;
        /**
         * @description Id of a parcel to us.
         * @example rsh_01k6y3q8zvf4e9t2b7n5c0hwt5
         */
        ReturnShipmentId: string;
        /**
         * @description Id of a replacement.
         * @example rpl_01k6y3q8zvf4e9t2b7n5c0hwt6
         */
        ReplacementId: string;
        /**
         * @description Id of a device assignment.
         * @example das_01k6y3q8zvf4e9t2b7n5c0hwt7
         */
        DeviceAssignmentId: string;
        /**
         * @description Why a case was opened.
         * @enum {string}
         */
        CaseKind: "return" | "replacement" | "loss";
        /**
         * @description Whether a case is still worked on.
         * @enum {string}
         */
        CaseStatus: "open" | "closed";
        /**
         * @description Records of other areas that a case may hold.
         * @enum {string}
         */
        CaseLinkType: "refund" | "credit_note" | "invoice" | "device_assignment" | "write_off";
        /**
         * @description Why units come back.
         * @enum {string}
         */
        ReturnReason: "defective" | "damaged_in_transit" | "wrong_item" | "not_needed" | "refused" | "undeliverable" | "other";
        /**
         * @description Where a return stands.
         * @enum {string}
         */
        ReturnStatus: "requested" | "approved" | "in_transit" | "partially_received" | "received" | "closed" | "rejected" | "cancelled";
        /**
         * @description How a unit looked when it was back; wrong_item when something else came in its place.
         * @enum {string}
         */
        ReturnCondition: "as_new" | "used" | "damaged" | "wrong_item";
        /**
         * @description What becomes of units that did not come. Released ones may be returned another time; not_returned ones stay with the customer.
         * @enum {string}
         */
        MissingUnits: "release" | "not_returned";
        /**
         * @description Where a replacement stands.
         * @enum {string}
         */
        ReplacementStatus: "open" | "shipped" | "old_received" | "charged" | "closed";
        /** @description A case as lists show it. */
        CaseSummary: {
            /** @description Id of the case. */
            id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description Why it was opened. */
            kind: components["schemas"]["CaseKind"];
            /** @description Whether it is still worked on. */
            status: components["schemas"]["CaseStatus"];
            /** @description What it is about. */
            note: string | null;
            /** @description How it ended. */
            close_note: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A return, in short. */
        ReturnBrief: {
            /** @description Id of the return. */
            id: components["schemas"]["ReturnId"];
            /** @description Where it stands. */
            status: components["schemas"]["ReturnStatus"];
            /** @description Why units come back. */
            reason: components["schemas"]["ReturnReason"];
            /** @description How many units it is for. */
            units: number;
        };
        /** @description A replacement, in short. */
        ReplacementBrief: {
            /** @description Id of the replacement. */
            id: components["schemas"]["ReplacementId"];
            /** @description Where it stands. */
            status: components["schemas"]["ReplacementStatus"];
            /** @description How the old unit comes back. */
            return_id: components["schemas"]["ReturnId"];
            /** @description True when the new unit leaves before the old one is back. */
            is_advance: boolean;
            /**
             * Format: date-time
             * @description When the old unit is due.
             */
            return_by: string;
        };
        /** @description A refund of a case, in short. */
        CaseRefund: {
            /** @description Id of the refund. */
            id: components["schemas"]["RefundId"];
            /** @description Where it stands. */
            status: components["schemas"]["RefundStatus"];
            /**
             * Format: int64
             * @description Its amount in minor units.
             */
            amount_minor: number;
            /** @description Its currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description A credit note of a case, in short. */
        CaseCreditNote: {
            /** @description Id of the credit note. */
            id: components["schemas"]["CreditNoteId"];
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its amount in minor units.
             */
            total_minor: number;
            /** @description Its currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description An invoice of a case, in short. */
        CaseInvoice: {
            /** @description Id of the invoice. */
            id: components["schemas"]["InvoiceId"];
            /** @description Its number; null while it is a draft. */
            number: string | null;
            /** @description Where it stands. */
            status: components["schemas"]["InvoiceStatus"];
            /**
             * Format: int64
             * @description Its amount in minor units.
             */
            total_minor: number;
            /** @description Its currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description Which company had a device, and until when. */
        CaseAssignment: {
            /** @description Id of the assignment. */
            id: components["schemas"]["DeviceAssignmentId"];
            /** @description The device. */
            device_id: components["schemas"]["DeviceId"];
            /** @description Its serial number. */
            device_serial: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            assigned_at: string;
            /**
             * Format: date-time
             * @description Until when; null while it has it.
             */
            unassigned_at: string | null;
        };
        /** @description Units of a parcel that were lost or damaged. */
        CaseWriteOff: {
            /** @description Id of the write-off. */
            id: components["schemas"]["WriteOffId"];
            /** @description The parcel. */
            shipment_id: components["schemas"]["ShipmentId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description Pieces. */
            quantity: number;
            /** @description What became of them. */
            cause: components["schemas"]["WriteOffCause"];
            /**
             * Format: date-time
             * @description When they turned up; null while it stands.
             */
            reversed_at: string | null;
        };
        /** @description An un-assignment that was asked for. */
        CaseStep: {
            /** @description Id of the automation step. */
            id: components["schemas"]["AutomationStepId"];
            /** @description What is done. */
            scenario: string;
            /** @description Where it stands. */
            status: components["schemas"]["AutomationStepStatus"];
            /** @description The device. */
            device_serial: string;
        };
        /** @description A case with every record that belongs to it. */
        Case: {
            /** @description Id of the case. */
            id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description Why it was opened. */
            kind: components["schemas"]["CaseKind"];
            /** @description Whether it is still worked on. */
            status: components["schemas"]["CaseStatus"];
            /** @description What it is about. */
            note: string | null;
            /** @description How it ended. */
            close_note: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Its returns. */
            returns: components["schemas"]["ReturnBrief"][];
            /** @description Its replacements. */
            replacements: components["schemas"]["ReplacementBrief"][];
            /** @description Refunds linked to it. */
            refunds: components["schemas"]["CaseRefund"][];
            /** @description Credit notes linked to it. */
            credit_notes: components["schemas"]["CaseCreditNote"][];
            /** @description Invoices linked to it. */
            invoices: components["schemas"]["CaseInvoice"][];
            /** @description Device assignments linked to it. */
            device_assignments: components["schemas"]["CaseAssignment"][];
            /** @description Write-offs that belong to it. */
            write_offs: components["schemas"]["CaseWriteOff"][];
            /** @description Un-assignments asked for by its returns. */
            automation_steps: components["schemas"]["CaseStep"][];
            /** @description What may be done with it now. */
            allowed_moves: string[];
        };
        /** @description A return as lists show it. */
        ReturnSummary: {
            /** @description Id of the return. */
            id: components["schemas"]["ReturnId"];
            /** @description The case it belongs to. */
            case_id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description Where it stands. */
            status: components["schemas"]["ReturnStatus"];
            /** @description Why units come back. */
            reason: components["schemas"]["ReturnReason"];
            /** @description What the customer said. */
            note: string | null;
            /** @description Where to, line by line; null until it is approved. */
            return_address: string[] | null;
            /**
             * Format: date-time
             * @description Until when units are to be sent; null until it is approved.
             */
            return_by: string | null;
            /** @description Why it was rejected or cancelled. */
            decision_note: string | null;
            /** @description What came of it. */
            resolution: string | null;
            /**
             * Format: date-time
             * @description When it was approved.
             */
            approved_at: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A device that comes back. */
        ReturnDevice: {
            /** @description The device. */
            device_id: components["schemas"]["DeviceId"];
            /** @description Its serial number. */
            serial: string;
            /** @description Which unit of the parcel it is. */
            unit_number: number;
            /**
             * Format: date-time
             * @description When it was back.
             */
            received_at: string | null;
            /** @description True while the company has it still. */
            is_assigned: boolean;
            /** @description The un-assignment, once it was asked for. */
            automation_step_id: components["schemas"]["AutomationStepId"] | null;
            /** @description Where the un-assignment stands. */
            automation_step_status: components["schemas"]["AutomationStepStatus"] | null;
            /** @description How it came; null until it did. */
            condition: components["schemas"]["ReturnCondition"] | null;
            /**
             * Format: date-time
             * @description When it was put back into stock; null while it is not.
             */
            restocked_at: string | null;
        };
        /** @description Units that arrived at once in one condition. */
        ReturnReceipt: {
            /** @description Id of the receipt. */
            id: components["schemas"]["ReturnReceiptId"];
            /** @description How many. */
            quantity: number;
            /** @description How they looked. */
            condition: components["schemas"]["ReturnCondition"];
            /** @description What else was seen. */
            note: string | null;
            /** @description The parcel they came in, where it is known. */
            return_shipment_id: components["schemas"]["ReturnShipmentId"] | null;
            /**
             * Format: date-time
             * @description When.
             */
            received_at: string;
            /** @description Who wrote it down. */
            received_by: string;
        };
        /** @description Units of a parcel that come back. */
        ReturnItem: {
            /** @description Id of the units in the return. */
            id: components["schemas"]["ReturnItemId"];
            /** @description Units of which parcel. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description The product. */
            sku: string;
            /** @description The product in words. */
            description: string;
            /** @description True when every unit has a device. */
            is_provisionable: boolean;
            /** @description How many are to come. */
            quantity: number;
            /** @description How many came. */
            received_quantity: number;
            /** @description How many it gave up; another return may be for them. */
            released_quantity: number;
            /** @description How many stay with the customer. */
            not_returned_quantity: number;
            /** @description The devices among them, as far as they are known. */
            devices: components["schemas"]["ReturnDevice"][];
            /** @description What arrived, oldest first. */
            receipts: components["schemas"]["ReturnReceipt"][];
        };
        /** @description A parcel to us. */
        ReturnShipment: {
            /** @description Id of the parcel. */
            id: components["schemas"]["ReturnShipmentId"];
            /** @description The courier. */
            courier_code: string;
            /** @description Its number there. */
            tracking_number: string;
            /** @description Its public tracking page. */
            tracking_url: string;
            /**
             * @description Whether it has arrived, as recorded by hand.
             * @enum {string}
             */
            status: "in_transit" | "received";
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string | null;
            /**
             * Format: date-time
             * @description When it was written down.
             */
            created_at: string;
        };
        /** @description A return with its units and parcels. */
        Return: {
            /** @description Id of the return. */
            id: components["schemas"]["ReturnId"];
            /** @description The case it belongs to. */
            case_id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description Where it stands. */
            status: components["schemas"]["ReturnStatus"];
            /** @description Why units come back. */
            reason: components["schemas"]["ReturnReason"];
            /** @description What the customer said. */
            note: string | null;
            /** @description Where to, line by line; null until it is approved. */
            return_address: string[] | null;
            /**
             * Format: date-time
             * @description Until when units are to be sent; null until it is approved.
             */
            return_by: string | null;
            /** @description Why it was rejected or cancelled. */
            decision_note: string | null;
            /** @description What came of it. */
            resolution: string | null;
            /**
             * Format: date-time
             * @description When it was approved.
             */
            approved_at: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Its units. */
            items: components["schemas"]["ReturnItem"][];
            /** @description Its parcels, oldest first. */
            shipments: components["schemas"]["ReturnShipment"][];
            /** @description The replacement whose old unit comes back so. */
            replacement_id: components["schemas"]["ReplacementId"] | null;
            /** @description What may be done with it now. */
            allowed_moves: string[];
        };
        /** @description A replacement as lists show it. */
        ReplacementSummary: {
            /** @description Id of the replacement. */
            id: components["schemas"]["ReplacementId"];
            /** @description The case it belongs to. */
            case_id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description How the old unit comes back. */
            return_id: components["schemas"]["ReturnId"];
            /** @description Where it stands. */
            status: components["schemas"]["ReplacementStatus"];
            /** @description The parcel that the old unit came in. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Serial number of the old unit, when it has one. */
            old_serial: string | null;
            /** @description The product that is sent. */
            sku: string;
            /** @description Serial number of the new unit: the one in its parcel, or the one that is meant for it. */
            new_serial: string | null;
            /** @description What prepares the new unit; null until the old one is back when that is awaited. */
            fulfillment_order_id: components["schemas"]["FulfillmentOrderId"] | null;
            /** @description True when the new unit leaves before the old one is back. */
            is_advance: boolean;
            /**
             * Format: date-time
             * @description When the old unit is due.
             */
            return_by: string;
            /**
             * Format: int64
             * @description What may be charged when it does not come, in minor units.
             */
            charge_minor: number | null;
            /** @description Currency of the charge. */
            currency: components["schemas"]["Currency"] | null;
            /** @description The invoice that charges it. */
            invoice_id: components["schemas"]["InvoiceId"] | null;
            /**
             * Format: date-time
             * @description When the new unit left.
             */
            shipped_at: string | null;
            /**
             * Format: date-time
             * @description When the old unit was back.
             */
            old_received_at: string | null;
            /**
             * Format: date-time
             * @description When it was told that the old unit is overdue.
             */
            overdue_at: string | null;
            /**
             * Format: date-time
             * @description When the charge was drafted.
             */
            charged_at: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description How it ended. */
            close_note: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A replacement with the way of both units. */
        Replacement: {
            /** @description Id of the replacement. */
            id: components["schemas"]["ReplacementId"];
            /** @description The case it belongs to. */
            case_id: components["schemas"]["CaseId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description How the old unit comes back. */
            return_id: components["schemas"]["ReturnId"];
            /** @description Where it stands. */
            status: components["schemas"]["ReplacementStatus"];
            /** @description The parcel that the old unit came in. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Serial number of the old unit, when it has one. */
            old_serial: string | null;
            /** @description The product that is sent. */
            sku: string;
            /** @description Serial number of the new unit: the one in its parcel, or the one that is meant for it. */
            new_serial: string | null;
            /** @description What prepares the new unit; null until the old one is back when that is awaited. */
            fulfillment_order_id: components["schemas"]["FulfillmentOrderId"] | null;
            /** @description True when the new unit leaves before the old one is back. */
            is_advance: boolean;
            /**
             * Format: date-time
             * @description When the old unit is due.
             */
            return_by: string;
            /**
             * Format: int64
             * @description What may be charged when it does not come, in minor units.
             */
            charge_minor: number | null;
            /** @description Currency of the charge. */
            currency: components["schemas"]["Currency"] | null;
            /** @description The invoice that charges it. */
            invoice_id: components["schemas"]["InvoiceId"] | null;
            /**
             * Format: date-time
             * @description When the new unit left.
             */
            shipped_at: string | null;
            /**
             * Format: date-time
             * @description When the old unit was back.
             */
            old_received_at: string | null;
            /**
             * Format: date-time
             * @description When it was told that the old unit is overdue.
             */
            overdue_at: string | null;
            /**
             * Format: date-time
             * @description When the charge was drafted.
             */
            charged_at: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description How it ended. */
            close_note: string | null;
            /** @description Counts the changes. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description The line at no charge that carries the new unit. */
            order_item_id: components["schemas"]["OrderItemId"] | null;
            /** @description Where the return of the old unit stands. */
            return_status: components["schemas"]["ReturnStatus"];
            /** @description Parcels of the new unit. */
            shipments: components["schemas"]["ShipmentBrief"][];
            /** @description What may be done with it now. */
            allowed_moves: string[];
        };
        /** @description A page of cases, newest first. */
        CaseList: {
            /** @description The page. */
            data: components["schemas"]["CaseSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of returns, newest first. */
        ReturnList: {
            /** @description The page. */
            data: components["schemas"]["ReturnSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of replacements, newest first. */
        ReplacementList: {
            /** @description The page. */
            data: components["schemas"]["ReplacementSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A case to open by hand. */
        CreateCase: {
            /** @description What it is about. */
            order_id: components["schemas"]["OrderId"];
            /** @description Why. */
            kind: components["schemas"]["CaseKind"];
            /** @description What happened. */
            note?: string;
        };
        /** @description A record that belongs to the case. Nothing happens to it. */
        LinkCase: {
            /** @description What it is. */
            type: components["schemas"]["CaseLinkType"];
            /** @description Its id. */
            id: string;
        };
        /** @description How the case ended. */
        CloseCase: {
            /** @description What came of it. */
            note?: string;
        };
        /** @description Units of a parcel to take back. */
        AskedReturnItem: {
            /** @description Units of which parcel. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description How many. */
            quantity: number;
            /** @description Serial numbers of the devices among them. */
            serial_numbers?: components["schemas"]["SerialNumber"][];
        };
        /** @description Units that come back. */
        CreateReturn: {
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description An open case of the order; a new one is opened without it. */
            case_id?: components["schemas"]["CaseId"];
            /** @description Which units. Rows for the same units are added up. */
            items: components["schemas"]["AskedReturnItem"][];
            /** @description Why. */
            reason: components["schemas"]["ReturnReason"];
            /** @description What the customer said. */
            note?: string;
        };
        /** @description Until when units are to be sent. */
        ApproveReturn: {
            /**
             * Format: date-time
             * @description Until when, not in the past; the set number of days from now without it.
             */
            return_by?: string;
        };
        /** @description Why it ends here. */
        RefuseReturn: {
            /** @description Why. */
            note?: string;
        };
        /** @description A parcel that is on its way to us. */
        CreateReturnShipment: {
            /** @description The courier. */
            courier_code: string;
            /** @description Its number there, which is checked as that of a parcel to a customer is. */
            tracking_number: components["schemas"]["WrittenTrackingNumber"];
            /** @description Why the number is right although its check digit is not; told on the timeline. */
            tracking_number_reason?: components["schemas"]["TrackingNumberReason"];
        };
        /** @description Units that arrived in one condition. */
        ReceivedItem: {
            /** @description Which units. */
            return_item_id: components["schemas"]["ReturnItemId"];
            /** @description How many. */
            quantity: number;
            /** @description Serial numbers of the devices among them. */
            serial_numbers?: components["schemas"]["SerialNumber"][];
            /** @description How they look. */
            condition: components["schemas"]["ReturnCondition"];
            /** @description What else is to be seen. */
            note?: string;
        };
        /** @description What arrived. */
        ReceiveReturn: {
            /** @description The parcel it came in; it is marked as received. */
            return_shipment_id?: components["schemas"]["ReturnShipmentId"];
            /** @description Units by condition. */
            items: components["schemas"]["ReceivedItem"][];
        };
        /** @description What came of the return. */
        CloseReturn: {
            /** @description What came of it. */
            resolution: string;
            /** @description What becomes of units that did not come; they are released without it. */
            missing_units?: components["schemas"]["MissingUnits"];
        };
        /** @description Which received devices to take from the company. */
        UnassignReturnDevices: {
            /** @description Only these; all that were received without it. */
            serial_numbers?: components["schemas"]["SerialNumber"][];
        };
        /** @description Which received devices to put back into stock. */
        RestockReturnDevices: {
            /** @description Only these; all that were received without it. */
            serial_numbers?: components["schemas"]["SerialNumber"][];
        };
        /** @description A unit in the place of another. */
        CreateReplacement: {
            /** @description The order of the old unit. */
            order_id: components["schemas"]["OrderId"];
            /** @description An open case of the order; a new one is opened without it. */
            case_id?: components["schemas"]["CaseId"];
            /** @description The old unit, when it has a device. */
            old_serial?: components["schemas"]["SerialNumber"];
            /** @description Where the old unit came in, when it has no device. */
            shipment_item_id?: components["schemas"]["ShipmentItemId"];
            /** @description What is sent; the same product without it. */
            sku?: components["schemas"]["Sku"];
            /** @description The device that is meant to be sent. */
            new_serial?: components["schemas"]["SerialNumber"];
            /** @description True sends the new unit before the old one is back. */
            advance: boolean;
            /** @description Why the old unit is replaced. */
            reason: components["schemas"]["ReturnReason"];
            /** @description What the customer said. */
            note?: string;
            /**
             * Format: date-time
             * @description When the old unit is due, not in the past; the set number of days from now without it.
             */
            return_by?: string;
            /**
             * Format: int64
             * @description What may be charged when the old unit does not come, in minor units. Needed in advance.
             */
            charge_if_not_returned_minor?: number;
            /** @description Currency of the charge, which is the order's. */
            currency?: components["schemas"]["Currency"];
        } & ({
            /** @description This one and not the other. */
            old_serial: unknown;
        } | {
            /** @description This one and not the other. */
            shipment_item_id: unknown;
        });
        /** @description How the replacement ended. */
        CloseReplacement: {
            /** @description Why. */
            note?: string;
        };
        /**
         * @description Id of a fulfilment item.
         * @example fit_01k6y3q8zvf4e9t2b7n5c0hwg1
         */
        FulfillmentItemId: string;
        /**
         * @description Id of a shipment.
         * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
         */
        ShipmentId: string;
        /**
         * @description Id of a shipment item.
         * @example sit_01k6y3q8zvf4e9t2b7n5c0hwj1
         */
        ShipmentItemId: string;
        /**
         * @description Id of a device.
         * @example dev_01k6y3q8zvf4e9t2b7n5c0hwk1
         */
        DeviceId: string;
        /**
         * @description Id of a courier event.
         * @example cev_01k6y3q8zvf4e9t2b7n5c0hwm1
         */
        CourierEventId: string;
        /**
         * @description Id of an automation step.
         * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
         */
        AutomationStepId: string;
        /**
         * @description Id of a legacy call.
         * @example lgc_01k6y3q8zvf4e9t2b7n5c0hwp1
         */
        LegacyCallId: string;
        /**
         * @description Id of a manual task.
         * @example tsk_01k6y3q8zvf4e9t2b7n5c0hwq1
         */
        ManualTaskId: string;
        /**
         * @description Id of a domain event.
         * @example evt_01k6y3q8zvf4e9t2b7n5c0hwr1
         */
        EventId: string;
        /**
         * @description Id of a job run.
         * @example job_01k6y3q8zvf4e9t2b7n5c0hws1
         */
        JobId: string;
        /**
         * @description ISO 4217 currency code.
         * @example CAD
         */
        Currency: string;
        /**
         * @description ISO 3166-1 alpha-2 country code.
         * @example CA
         */
        Country: string;
        /**
         * @description Stock keeping unit.
         * @example WB-TEMP-01
         */
        Sku: string;
        /**
         * @description Serial number of a device as a scanner or a person writes it; spaces around it and its case do not matter.
         * @example wbt-1001
         */
        ScannedSerial: string;
        /**
         * @description Harmonised System code, digits only.
         * @example 902519
         */
        HsCode: string;
        /**
         * @description Serial number of a device.
         * @example WBT-1001
         */
        SerialNumber: string;
        /**
         * @description Code of a courier from listCouriers.
         * @example USPS
         */
        CourierCode: string;
        /**
         * @description A sentence.
         * @example Label of the partner's own range
         */
        TrackingNumberReason: string;
        /**
         * @description Tracking number as it was typed or scanned; spaces and dashes are left out, and so is a ZIP code in front.
         * @example 9400 1900 0004 2001 2340 98
         */
        WrittenTrackingNumber: string;
        /**
         * @description Tracking number without spaces.
         * @example 9400190000042001234098
         */
        TrackingNumber: string;
        /**
         * @description Where the order stands.
         * @enum {string}
         */
        OrderStatus: "draft" | "awaiting_payment" | "payment_processing" | "paid" | "in_fulfillment" | "completed" | "payment_failed" | "checkout_expired" | "cancelled";
        /**
         * @description What the payments say; derived from payment rows, never set.
         * @enum {string}
         */
        PaymentStatus: "unpaid" | "processing" | "partially_paid" | "paid" | "overpaid" | "failed" | "partially_refunded" | "refunded" | "disputed";
        /**
         * @description How much has left and arrived; derived from shipments, never set.
         * @enum {string}
         */
        OrderFulfillmentStatus: "unfulfilled" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "written_off" | "cancelled";
        /**
         * @description What a person may do with an order.
         * @enum {string}
         */
        OrderMove: "send_checkout" | "cancel";
        /**
         * @description Why an order does not move on.
         * @enum {string}
         */
        BlockerCode: "price_unsynced" | "checkout_expired" | "payment_failed" | "payment_unapplied" | "units_unallocated" | "serials_missing" | "automation_failed" | "automation_delayed" | "manual_task_open" | "prices_expired" | "payment_disputed" | "hold" | "courier_silent" | "courier_paused" | "parcel_late";
        /**
         * @description State of the session at the payment provider.
         * @enum {string}
         */
        CheckoutSessionStatus: "open" | "complete" | "expired";
        /**
         * @description Where a price comes from.
         * @enum {string}
         */
        PriceSource: "PRICEBOOK_GLOBAL" | "PRICEBOOK_REGIONAL" | "PRICE_AGREEMENT" | "BESPOKE";
        /**
         * @description Whether the price exists at Stripe as we have it.
         * @enum {string}
         */
        PriceSyncStatus: "unsynced" | "syncing" | "synced" | "failed";
        /**
         * @description A fixed role that a contact holds in its company.
         * @enum {string}
         */
        ContactRole: "billing" | "shipping" | "operations" | "technical" | "executive";
        /**
         * @description A language in which we write documents (ISO 639-1).
         * @enum {string}
         */
        Language: "en" | "fr";
        /**
         * @description Where the invoice stands; overdue is a flag beside it.
         * @enum {string}
         */
        InvoiceStatus: "draft" | "issued" | "partially_paid" | "paid" | "void";
        /**
         * @description How an invoice came to be.
         * @enum {string}
         */
        InvoiceKind: "prepaid" | "terms" | "manual";
        /**
         * @description Who received the money.
         * @enum {string}
         */
        PaymentProvider: "stripe" | "manual";
        /**
         * @description Whether somebody has placed the money.
         * @enum {string}
         */
        UnappliedPaymentStatus: "open" | "resolved";
        /**
         * @description Where the refund stands; requested is reserved here and not answered by Stripe yet.
         * @enum {string}
         */
        RefundStatus: "requested" | "pending" | "requires_action" | "succeeded" | "failed" | "canceled";
        /**
         * @description What moved the account; a reversal takes a voided invoice back.
         * @enum {string}
         */
        MovementKind: "invoice" | "reversal" | "credit_note" | "payment" | "refund";
        /**
         * @description Where the dispute stands, in Stripe's words; a warning is an inquiry, which takes no money yet.
         * @enum {string}
         */
        DisputeStatus: "warning_needs_response" | "warning_under_review" | "warning_closed" | "needs_response" | "under_review" | "won" | "lost" | "prevented";
        /**
         * @description Where the fulfilment order stands; a function of its shipments.
         * @enum {string}
         */
        FulfillmentStatus: "ready_to_prepare" | "awaiting_shipment" | "in_transit" | "completed" | "cancelled";
        /**
         * @description Where the shipment stands.
         * @enum {string}
         */
        ShipmentStatus: "draft" | "ready" | "in_transit" | "delivered" | "written_off" | "cancelled";
        /**
         * @description The courier's word, in our canonical statuses.
         * @enum {string}
         */
        TrackingStatus: "pre_transit" | "accepted" | "in_transit" | "out_for_delivery" | "delivered" | "failed_attempt" | "exception" | "returned" | "cancelled" | "unknown";
        /**
         * @description Why nothing may be packed or handed over by a person.
         * @enum {string}
         */
        HoldReason: "payment_review" | "address_problem" | "customer_request" | "stock" | "other";
        /**
         * @description What became of the units.
         * @enum {string}
         */
        WriteOffCause: "lost" | "damaged";
        /**
         * @description What a person may do with a shipment.
         * @enum {string}
         */
        ShipmentMove: "mark_ready" | "hand_over" | "deliver" | "cancel";
        /**
         * @description Where the step stands.
         * @enum {string}
         */
        AutomationStepStatus: "queued" | "running" | "retry_scheduled" | "succeeded" | "failed" | "fallback_triggered" | "cancelled";
        /**
         * @description What kind of work waits.
         * @enum {string}
         */
        TaskKind: "automation_failed" | "refund_cancelled_order" | "parcel_returned" | "unknown_courier_code" | "payment_mismatch" | "order_not_found" | "refund_failed" | "payment_disputed" | "billing_contact_missing" | "email_failed" | "undo_provisioning" | "provision_again" | "replacement_charge_due" | "tracking_contradiction" | "tracking_not_found" | "courier_misconfigured" | "job_failed";
        /**
         * @description Whether the work is done.
         * @enum {string}
         */
        TaskStatus: "open" | "done";
        /**
         * @description Live state of the job.
         * @enum {string}
         */
        JobStatus: "queued" | "active" | "completed" | "failed" | "delayed" | "cancelled";
        /** @description A customer company around its legacy mirror. */
        Company: {
            /** @description Id of the company. */
            id: components["schemas"]["CompanyId"];
            /** @description Whether it takes orders, is archived, or lives on in another company. */
            status: components["schemas"]["CompanyStatus"];
            /** @description The legacy system's company that this one wraps. */
            company_mirror_id: components["schemas"]["CompanyMirrorId"];
            /** @description Name as people say it. */
            name: string;
            /** @description Internet domain of the company. */
            domain: string | null;
            /** @description Price region (ISO 3166-1 country) whose regional prices apply. */
            region: string | null;
            /** @description Currency in which the company buys. */
            currency: components["schemas"]["Currency"];
            /** @description IANA time zone in which due dates are counted. */
            time_zone: string;
            /** @description Days from issue to due date of an invoice on terms. */
            payment_terms_days: number;
            /** @description Language of documents to the company. */
            language: components["schemas"]["Language"];
            /** @description Address offered first for shipments. */
            default_shipping_address_id: components["schemas"]["AddressId"] | null;
            /** @description Address offered first for invoices. */
            default_billing_address_id: components["schemas"]["AddressId"] | null;
            /** @description Who of us its invoices are by; null for the default legal entity. */
            legal_entity_code: components["schemas"]["LegalEntityCode"] | null;
            /**
             * Format: date-time
             * @description Since when it takes nothing new; null while it does.
             */
            archived_at: string | null;
            /** @description Why it was archived. */
            archive_reason: string | null;
            /**
             * Format: date-time
             * @description When it was merged into another company; null when it was not.
             */
            merged_at: string | null;
            /** @description The company that took everything over; use that one. */
            merged_into_id: components["schemas"]["CompanyId"] | null;
            /** @description What it has at this moment. */
            counts: components["schemas"]["CompanyCounts"];
            /** @description What its open invoices still owe at this moment, by currency; empty when it owes nothing. */
            open_balances: components["schemas"]["OpenBalance"][];
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When the company was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /**
         * @description Whether a company takes orders, is archived, or was merged into another.
         * @enum {string}
         */
        CompanyStatus: "active" | "archived" | "merged";
        /** @description What a company has at this moment. */
        CompanyCounts: {
            /** @description Active contacts. */
            contacts: number;
            /** @description Addresses in its book that are not archived. */
            addresses: number;
            /** @description Orders that are neither completed nor cancelled. */
            open_orders: number;
            /** @description Parcels on their way. */
            shipments_in_transit: number;
        };
        /** @description What open invoices of one currency still owe. */
        OpenBalance: {
            /** @description Currency of the invoices. */
            currency: components["schemas"]["Currency"];
            /** @description Owed, in minor units. */
            balance_minor: number;
        };
        /** @description Who of us a company's invoices are by. */
        AssignLegalEntity: {
            /** @description The legal entity; null for the default one. */
            legal_entity_code: components["schemas"]["LegalEntityCode"] | null;
        };
        /** @description Why a company is archived. */
        ArchiveCompany: {
            /** @description Why, for whoever finds it archived. */
            reason: string;
        };
        /** @description Which company is taken over. */
        MergeCompanies: {
            /** @description The company that is taken over and remains as a trace. */
            merge_company_id: components["schemas"]["CompanyId"];
        };
        /** @description What a merge would do. */
        CompanyMergePreview: {
            /** @description The company that would live on. */
            company_id: components["schemas"]["CompanyId"];
            /** @description The company that would be taken over. */
            merge_company_id: components["schemas"]["CompanyId"];
            /** @description Rows that would move, by table; tables without any are left out. */
            moves: {
                /** @description The table. More may come. */
                table: string;
                /** @description Its rows that would move. */
                count: number;
            }[];
            /** @description Contacts whose e-mail the company has already; each would be merged into that one. */
            duplicate_contacts: {
                /** @description The e-mail of both. */
                email: string;
                /** @description The contact that would live on. */
                contact_id: components["schemas"]["ContactId"];
                /** @description The contact that would be merged into it. */
                merged_contact_id: components["schemas"]["ContactId"];
            }[];
            /** @description What must be settled first; empty when the merge is possible. */
            blockers: {
                /**
                 * @description Which reason. More may come.
                 * @enum {string}
                 */
                code: "survivor_archived" | "currency_differs" | "agreements_overlap";
                /** @description The reason and what to do, as a sentence. */
                detail: string;
            }[];
        };
        /** @description A company to record, around an existing mirror or around a new one made from a legacy reference. */
        CreateCompany: {
            /** @description Name as people say it. */
            name: string;
            /** @description An existing mirror that no company wraps yet. Either this or legacy_ref. */
            company_mirror_id?: components["schemas"]["CompanyMirrorId"];
            /** @description The legacy system's reference; a mirror is created from it. Either this or company_mirror_id. */
            legacy_ref?: string;
            /** @description Currency in which the company buys. */
            currency: components["schemas"]["Currency"];
            /** @description Internet domain of the company. */
            domain?: string | null;
            /** @description Price region (ISO 3166-1 country) whose regional prices apply. */
            region?: components["schemas"]["Country"] | null;
            /** @description IANA time zone in which due dates are counted, as Area/City or UTC; UTC when absent. Another is refused with 422. */
            time_zone?: string;
            /** @description Days from issue to due date of an invoice on terms; 0 when absent. */
            payment_terms_days?: number;
            /** @description Language of documents to the company; en when absent. */
            language?: components["schemas"]["Language"];
        } & ({
            /** @description This one and not the other. */
            company_mirror_id: unknown;
        } | {
            /** @description This one and not the other. */
            legacy_ref: unknown;
        });
        /** @description What to change; absent fields stay, null clears. */
        ChangeCompany: {
            /** @description Name as people say it. */
            name?: string;
            /** @description Internet domain of the company. */
            domain?: string | null;
            /** @description Price region (ISO 3166-1 country) whose regional prices apply. */
            region?: components["schemas"]["Country"] | null;
            /** @description Currency in which the company buys. */
            currency?: components["schemas"]["Currency"];
            /** @description IANA time zone in which due dates are counted, as Area/City or UTC. Another is refused with 422. */
            time_zone?: string;
            /** @description Days from issue to due date of an invoice on terms. */
            payment_terms_days?: number;
            /** @description Language of documents to the company. */
            language?: components["schemas"]["Language"];
            /** @description Address offered first for shipments; one of the company's own. */
            default_shipping_address_id?: components["schemas"]["AddressId"] | null;
            /** @description Address offered first for invoices; one of the company's own. */
            default_billing_address_id?: components["schemas"]["AddressId"] | null;
        };
        /** @description A person at one company. */
        Contact: {
            /** @description Id of the contact. */
            id: components["schemas"]["ContactId"];
            /** @description The company at which the person works. */
            company_id: components["schemas"]["CompanyId"];
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
            /** @description E-mail address; unique in the company, whatever its case. */
            email: string;
            /** @description Telephone number in E.164. */
            phone: string | null;
            /** @description The number as it was written. */
            phone_raw: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /** @description False once the person has left. */
            active: boolean;
            /** @description The contact that this one was merged into; it is a trace. */
            merged_into_id: components["schemas"]["ContactId"] | null;
            /** @description Roles that the person holds, in alphabetical order. */
            roles: components["schemas"]["ContactRole"][];
            /** @description Those of the roles for which the company names this person first, in alphabetical order. */
            primary_roles: components["schemas"]["ContactRole"][];
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When the contact was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A person at one company, with who may be the same person. */
        ContactDetail: {
            /** @description Id of the contact. */
            id: components["schemas"]["ContactId"];
            /** @description The company at which the person works. */
            company_id: components["schemas"]["CompanyId"];
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
            /** @description E-mail address; unique in the company, whatever its case. */
            email: string;
            /** @description Telephone number in E.164. */
            phone: string | null;
            /** @description The number as it was written. */
            phone_raw: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /** @description False once the person has left. */
            active: boolean;
            /** @description The contact that this one was merged into; it is a trace. */
            merged_into_id: components["schemas"]["ContactId"] | null;
            /** @description Roles that the person holds, in alphabetical order. */
            roles: components["schemas"]["ContactRole"][];
            /** @description Those of the roles for which the company names this person first, in alphabetical order. */
            primary_roles: components["schemas"]["ContactRole"][];
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When the contact was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Other contacts of the company that may be the same person and have not been acknowledged as somebody else, the likeliest first, at most ten. */
            warnings: components["schemas"]["ContactWarning"][];
        };
        /** @description Another contact of the company that may be the same person. */
        ContactWarning: {
            /** @description The same telephone number, or a name that has 60 % of all trigrams in common. */
            reasons: ("same_phone" | "near_name")[];
            /** @description Id of the other contact. */
            contact_id: components["schemas"]["ContactId"];
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
            /** @description E-mail address. */
            email: string;
            /** @description False when the other is archived. */
            active: boolean;
        };
        /** @description A person to record at the company. */
        CreateContact: {
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
            /**
             * Format: email
             * @description E-mail address; unique in the company, whatever its case.
             */
            email: string;
            /** @description Telephone number as it is written; without country code it is one of the company's region. */
            phone?: string | null;
            /** @description What colleagues should know. */
            notes?: string | null;
            /** @description Roles that the person holds. */
            roles: components["schemas"]["AskedContactRole"][];
        };
        /** @description What to change; absent fields stay, null clears. */
        ChangeContact: {
            /** @description First name. */
            first_name?: string;
            /** @description Last name. */
            last_name?: string;
            /**
             * Format: email
             * @description E-mail address; unique in the company, whatever its case.
             */
            email?: string;
            /** @description Telephone number as it is written; without country code it is one of the company's region. */
            phone?: string | null;
            /** @description What colleagues should know. */
            notes?: string | null;
            /** @description The full set of roles that the person holds from now on. */
            roles?: components["schemas"]["AskedContactRole"][];
        };
        /** @description One of billing, executive, operations, shipping, technical; another is refused with 422. */
        AskedContactRole: string;
        /** @description Roles to grant and to take; none is named twice. */
        ChangeContactRoles: {
            /** @description Roles that the person holds from now on. */
            grant?: {
                /** @description The role. */
                role: components["schemas"]["AskedContactRole"];
                /** @description True makes the person the company's primary contact for it, false no longer; absent leaves that as it is. */
                primary?: boolean;
            }[];
            /** @description Roles that the person no longer holds. */
            take?: components["schemas"]["AskedContactRole"][];
        };
        /** @description What a merge would do. */
        ContactMergePreview: {
            /** @description The contact that stays. */
            contact_id: components["schemas"]["ContactId"];
            /** @description The contact that becomes a trace. */
            merged_contact_id: components["schemas"]["ContactId"];
            /** @description Roles that the contact will hold. */
            roles: components["schemas"]["ContactRole"][];
            /** @description Roles for which it will be primary. */
            primary_roles: components["schemas"]["ContactRole"][];
            /** @description Whether it will be active, as it is when either of the two was. */
            active: boolean;
            /** @description Fields that were empty and are filled from the other. */
            filled_fields: ("phone" | "notes")[];
            /** @description Orders that name the other for their bill and will name the contact. */
            orders_moved: number;
        };
        /** @description Which contact to merge into this one. */
        MergeContacts: {
            /** @description The contact of the same company that becomes a trace. */
            merged_contact_id: components["schemas"]["ContactId"];
        };
        /** @description Contacts that are somebody else. */
        AcknowledgeContactWarnings: {
            /** @description Other contacts of the same company. */
            contact_ids: components["schemas"]["ContactId"][];
        };
        /** @description A place in a company's book. */
        Address: {
            /** @description Id of the address. */
            id: components["schemas"]["AddressId"];
            /** @description The company in whose book it stands; null for a place of nobody's book. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description Name of the place in the company's book. */
            label: string | null;
            /** @description Who receives there. */
            recipient: string;
            /** @description First line: street and number. */
            line1: string;
            /** @description Second line. */
            line2: string | null;
            /** @description City. */
            city: string;
            /** @description Province or state. */
            region: string | null;
            /** @description Postal code. */
            postal_code: string | null;
            /** @description ISO 3166-1 alpha-2 country. */
            country: components["schemas"]["Country"];
            /** @description Telephone number for the courier. */
            phone: string | null;
            /**
             * @description What the rules of the country said when it was written; unverified where they were never asked.
             * @enum {string}
             */
            validation_status: "unverified" | "valid" | "corrected" | "invalid" | "overridden";
            verdict: components["schemas"]["AddressVerdict"];
            /**
             * Format: date-time
             * @description When a shipment or order last used it.
             */
            last_used_at: string | null;
            /** @description The address that this one replaced, because shipments or orders had used it. */
            supersedes_id: components["schemas"]["AddressId"] | null;
            /**
             * Format: date-time
             * @description When it was taken out of the book.
             */
            archived_at: string | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When the address was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * @description Only in the answer to who recorded what the book had already.
             * @constant
             */
            already_recorded?: true;
        };
        /** @description What the rules of the country found when the address was written. */
        AddressVerdict: {
            /** @description What is wrong and was overridden. */
            faults: components["schemas"]["AddressFault"][];
            /** @description What was written otherwise than it came. */
            corrections: components["schemas"]["AddressCorrection"][];
        };
        /** @description One fault of an address. */
        AddressFault: {
            /** @description The field that is wrong. */
            field: string;
            /**
             * @description What is wrong with it.
             * @enum {string}
             */
            code: "required" | "too_long" | "country_unknown" | "region_unknown" | "postal_code_malformed" | "postal_code_elsewhere";
            /** @description The same for a person. */
            message: string;
        };
        /** @description One correction of an address. */
        AddressCorrection: {
            /** @description The field that was corrected. */
            field: string;
            /** @description How it came. */
            from: string;
            /** @description How it is kept; null where the country has no such part. */
            to: string | null;
            /**
             * @description Why.
             * @enum {string}
             */
            rule: "spaces" | "country_code" | "region_code" | "postal_code_form" | "postal_code_unused";
        };
        /** @description Lets an address stand although the rules of its country find faults. Kept with who asked for it; without effect where there is no fault. */
        AddressOverride: {
            /** @description Why the rules are wrong here. */
            reason: string;
        };
        /** @description An address as it was when it was used; it never changes afterwards. */
        AddressSnapshot: {
            /** @description Name of the place in the company's book. */
            label: string | null;
            /** @description Who receives there. */
            recipient: string;
            /** @description First line: street and number. */
            line1: string;
            /** @description Second line. */
            line2: string | null;
            /** @description City. */
            city: string;
            /** @description Province or state. */
            region: string | null;
            /** @description Postal code. */
            postal_code: string | null;
            /** @description ISO 3166-1 alpha-2 country. */
            country: components["schemas"]["Country"];
            /** @description Telephone number for the courier. */
            phone: string | null;
        };
        /** @description A place. */
        AddressInput: {
            /** @description Name of the place in the company's book. */
            label?: string | null;
            /** @description Who receives there. */
            recipient: string;
            /** @description First line: street and number. */
            line1: string;
            /** @description Second line. */
            line2?: string | null;
            /** @description City. */
            city: string;
            /** @description Province or state. */
            region?: string | null;
            /** @description Postal code. */
            postal_code?: string | null;
            /** @description ISO 3166-1 alpha-2 country. */
            country: components["schemas"]["Country"];
            /** @description Telephone number for the courier. */
            phone?: string | null;
        };
        /** @description A place to record in the book. */
        RecordAddress: {
            /** @description Name of the place in the company's book. */
            label?: string | null;
            /** @description Who receives there. */
            recipient: string;
            /** @description First line: street and number. */
            line1: string;
            /** @description Second line. */
            line2?: string | null;
            /** @description City. */
            city: string;
            /** @description Province or state. */
            region?: string | null;
            /** @description Postal code. */
            postal_code?: string | null;
            /** @description ISO 3166-1 alpha-2 country. */
            country: components["schemas"]["Country"];
            /** @description Telephone number for the courier. */
            phone?: string | null;
            override?: components["schemas"]["AddressOverride"];
        };
        /** @description What to change; absent fields stay, null clears. */
        ChangeAddress: {
            /** @description Name of the place in the company's book. */
            label?: string | null;
            /** @description Who receives there. */
            recipient?: string;
            /** @description First line: street and number. */
            line1?: string;
            /** @description Second line. */
            line2?: string | null;
            /** @description City. */
            city?: string;
            /** @description Province or state. */
            region?: string | null;
            /** @description Postal code. */
            postal_code?: string | null;
            /** @description ISO 3166-1 alpha-2 country. */
            country?: components["schemas"]["Country"];
            /** @description Telephone number for the courier. */
            phone?: string | null;
            override?: components["schemas"]["AddressOverride"];
        };
        /** @description What became of a file. */
        Import: {
            /** @description Id of the import. */
            id: components["schemas"]["ImportId"];
            /**
             * @description What the file was of.
             * @enum {string}
             */
            kind: "contacts" | "addresses";
            /**
             * @description Refused when one of its rows was; then nothing was kept.
             * @enum {string}
             */
            status: "completed" | "refused";
            /** @description True when nothing was to be kept. */
            dry_run: boolean;
            /** @description Rows of the file, without header and empty lines. */
            row_count: number;
            /** @description Rows that were new. */
            created_count: number;
            /** @description Rows that said what was there already. */
            unchanged_count: number;
            /** @description Rows that cannot be meant. */
            refused_count: number;
            /** @description Rows with remarks; all of them are at `/v1/imports/{importId}/rows`. */
            remarked_count: number;
            /** @description The first of those, in the order of the file. */
            remarked_rows: components["schemas"]["ImportRow"][];
            /** @description Who sent the file. */
            created_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
        };
        /** @description A row of a file of which there is something to say. */
        ImportRow: {
            /** @description Line on which the row begins; 1 is the header. */
            line: number;
            /**
             * @description What became of it, or would.
             * @enum {string}
             */
            verdict: "created" | "unchanged" | "refused";
            /** @description What is wrong, or was changed. */
            remarks: components["schemas"]["ImportRemark"][];
        };
        /** @description One thing to say of a row. */
        ImportRemark: {
            /** @description The column concerned; null for the row as a whole. */
            column: string | null;
            /** @description What is to be said of it. */
            detail: string;
        };
        /** @description How the book keeps the address. */
        SaveShipmentAddress: {
            /** @description What the book calls the place; the shipment's own label where absent. */
            label?: string | null;
            override?: components["schemas"]["AddressOverride"];
        };
        /** @description A thing with a SKU. */
        Product: {
            /** @description Id of the product. */
            id: components["schemas"]["ProductId"];
            /** @description Stock keeping unit. */
            sku: components["schemas"]["Sku"];
            /** @description Name as printed on invoices. */
            name: string;
            /** @description True when every unit ships with a registered device. */
            is_provisionable: boolean;
            /** @description Kind of device; null when not provisionable. */
            device_kind: string | null;
            /** @description The product's id at Stripe. */
            stripe_product_id: string | null;
            /** @description Harmonised System code, the default for parcels. */
            hs_code: components["schemas"]["HsCode"] | null;
            /** @description Where it is made, the default for parcels. */
            origin_country: components["schemas"]["Country"] | null;
            /** @description What one piece weighs, the default for parcels. */
            weight_grams: number | null;
            /**
             * Format: date-time
             * @description Since when it is no longer sold; null while it is.
             */
            archived_at: string | null;
            /** @description Grows by one with every change. */
            version: number;
            /**
             * Format: date-time
             * @description When the product was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A list price of a product, global or of one region. */
        PriceBookEntry: {
            /** @description Id of the entry. */
            id: components["schemas"]["PriceBookEntryId"];
            /** @description The product. */
            product_id: components["schemas"]["ProductId"];
            /** @description Stock keeping unit of the product. */
            sku: components["schemas"]["Sku"];
            /** @description ISO 3166-1 country of a regional price; null for the global price. */
            region: string | null;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            amount_minor: number;
            /** @description The tier; the price applies to lines of this many pieces or more. */
            min_quantity: number;
            /**
             * Format: date-time
             * @description First instant at which the price applies.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description First instant at which it no longer applies; null while open-ended.
             */
            valid_to: string | null;
            /**
             * Format: date-time
             * @description Since when it is charged; null for a draft.
             */
            published_at: string | null;
            /** @description The price that this one took over from. */
            replaces_id: components["schemas"]["PriceBookEntryId"] | null;
            /** @description The price's id at Stripe. */
            stripe_price_id: string | null;
            /**
             * Format: date-time
             * @description When Stripe stopped selling a price that has ended.
             */
            stripe_archived_at: string | null;
            /** @description Whether the price exists at Stripe as we have it. */
            sync_status: components["schemas"]["PriceSyncStatus"];
            /**
             * Format: date-time
             * @description Since when it has that sync status.
             */
            sync_status_since: string;
            /** @description What Stripe said when the sync failed. */
            sync_error: string | null;
            /** @description Grows by one with every change. */
            version: number;
            /**
             * Format: date-time
             * @description When the entry was recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /**
         * @description Why a price that was considered became the price, or did not.
         * @enum {string}
         */
        PriceReason: "won" | "lower_precedence" | "wrong_currency" | "other_region" | "not_yet_valid" | "ended" | "quantity_not_reached" | "smaller_tier" | "superseded" | "no_list_price" | "higher_amount" | "activated_earlier";
        /** @description A product to record. */
        CreateProduct: {
            /** @description Stock keeping unit, unique. */
            sku: components["schemas"]["Sku"];
            /** @description Name as printed on invoices. */
            name: string;
            /** @description Harmonised System code, the default for parcels. */
            hs_code?: components["schemas"]["HsCode"] | null;
            /** @description Where it is made, the default for parcels. */
            origin_country?: components["schemas"]["Country"] | null;
            /** @description What one piece weighs, the default for parcels. */
            weight_grams?: number | null;
            /** @description True when every unit ships with a registered device. */
            is_provisionable: boolean;
            /** @description Kind of device; needed when provisionable, absent otherwise. */
            device_kind?: string | null;
        };
        /** @description What to change; absent fields stay. */
        ChangeProduct: {
            /** @description Name as printed on invoices. */
            name?: string;
            /** @description Harmonised System code, the default for parcels. */
            hs_code?: components["schemas"]["HsCode"] | null;
            /** @description Where it is made, the default for parcels. */
            origin_country?: components["schemas"]["Country"] | null;
            /** @description What one piece weighs, the default for parcels. */
            weight_grams?: number | null;
            /** @description True when every unit ships with a registered device. */
            is_provisionable?: boolean;
            /** @description Kind of device; null when not provisionable. */
            device_kind?: string | null;
        };
        /** @description A price to draft. */
        CreatePriceBookEntry: {
            /** @description The product. */
            product_id: components["schemas"]["ProductId"];
            /** @description ISO 3166-1 country of a regional price; null for the global price. */
            region?: string | null;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Price per piece in minor units; in steps of ten where a currency has three decimals.
             */
            amount_minor: number;
            /** @description The tier; the price applies to lines of this many pieces or more. */
            min_quantity?: number;
            /**
             * Format: date-time
             * @description First instant at which the price applies; when absent, its publication.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description First instant at which it no longer applies; open-ended when absent.
             */
            valid_to?: string | null;
        };
        /** @description What to change of a draft; absent fields stay, null clears. */
        ChangePriceBookEntry: {
            /** @description ISO 3166-1 country of a regional price; null for the global price. */
            region?: string | null;
            /** @description Currency of the amount. */
            currency?: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Price per piece in minor units; in steps of ten where a currency has three decimals.
             */
            amount_minor?: number;
            /** @description The tier; the price applies to lines of this many pieces or more. */
            min_quantity?: number;
            /**
             * Format: date-time
             * @description First instant at which the price applies.
             */
            valid_from?: string;
            /**
             * Format: date-time
             * @description First instant at which it no longer applies; null for open-ended.
             */
            valid_to?: string | null;
        };
        /** @description When the price ends. */
        ClosePriceBookEntry: {
            /**
             * Format: date-time
             * @description First instant at which it no longer applies, never later than it is; now when absent.
             */
            valid_to?: string | null;
        };
        /** @description The amount that takes over. */
        AmendPriceBookEntry: {
            /**
             * Format: int64
             * @description Price per piece in minor units; in steps of ten where a currency has three decimals.
             */
            amount_minor: number;
            /**
             * Format: date-time
             * @description First instant at which the new amount applies; now when absent.
             */
            valid_from?: string | null;
        };
        /** @description Where Stripe and the price book disagree about a price. */
        PriceDrift: {
            /** @description Id of the drift. */
            id: components["schemas"]["PriceDriftId"];
            /**
             * @description What is wrong at Stripe.
             * @enum {string}
             */
            kind: "missing" | "extra_live" | "amount" | "currency" | "inactive" | "name";
            /** @description The entry; null for a live price that no entry accounts for. */
            price_book_entry_id: components["schemas"]["PriceBookEntryId"] | null;
            /** @description The price's id at Stripe. */
            stripe_price_id: string;
            /** @description Our side in words; null where we have no such price. */
            ours: string | null;
            /** @description Stripe's side in words; null where Stripe has no such price. */
            theirs: string | null;
            /**
             * Format: date-time
             * @description When a comparison first found it.
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When a comparison last found it.
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description When a comparison no longer found it; null while open.
             */
            resolved_at: string | null;
        };
        /** @description A price that was considered, with its state at Stripe at that instant. */
        PricingCandidate: {
            /** @description Where the candidate comes from. */
            source: components["schemas"]["PriceSource"];
            /** @description The price book entry; for an agreed percentage the one it is taken off. */
            price_book_entry_id: components["schemas"]["PriceBookEntryId"] | null;
            /** @description The price agreement, when it is one. */
            price_agreement_id: string | null;
            /** @description The line of that agreement. */
            price_agreement_line_id: string | null;
            /** @description The price region of a regional list price. */
            region: string | null;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description From how many pieces it applies. */
            min_quantity: number;
            /**
             * Format: int64
             * @description Price per piece in minor units; null for a percentage without a list price to take it off.
             */
            unit_amount_minor: number | null;
            /** @description The price's id at Stripe. */
            stripe_price_id: string | null;
            /** @description Whether the price existed at Stripe. */
            sync_status: components["schemas"]["PriceSyncStatus"];
            /**
             * Format: date-time
             * @description Since when it had that sync status; null for a bespoke price.
             */
            sync_status_since: string | null;
            /**
             * @description Whether this candidate became the price.
             * @enum {string}
             */
            outcome: "won" | "lost";
            /** @description Why it won or lost. */
            reason: components["schemas"]["PriceReason"];
        };
        /** @description The price found for one SKU, with the evidence. */
        PricingResolution: {
            /** @description Where the price comes from. */
            source: components["schemas"]["PriceSource"];
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            unit_amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description The source in words for people. */
            label: string;
            /** @description The price book entry; for an agreed percentage the one it is taken off. */
            price_book_entry_id: components["schemas"]["PriceBookEntryId"] | null;
            /** @description The price agreement, when it is one. */
            price_agreement_id: string | null;
            /** @description The line of that agreement. */
            price_agreement_line_id: string | null;
            /** @description The product's id at Stripe. */
            stripe_product_id: string | null;
            /** @description The price's id at Stripe. */
            stripe_price_id: string | null;
            /** @description Whether the price exists at Stripe. */
            sync_status: components["schemas"]["PriceSyncStatus"];
            /**
             * Format: date-time
             * @description Since when it has that sync status; null for a bespoke price.
             */
            sync_status_since: string | null;
            /** @description Every price considered, the winner first. */
            candidates?: components["schemas"]["PricingCandidate"][];
        };
        /** @description A SKU and how many of it. */
        QuoteLine: {
            /** @description Stock keeping unit. */
            sku: components["schemas"]["Sku"];
            /** @description Pieces. */
            quantity: number;
        };
        /** @description What to price, and for whom. */
        QuotePrices: {
            /** @description The company for which prices apply. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Currency of the quote; the company's when absent. */
            currency?: components["schemas"]["Currency"];
            /**
             * @description True refuses prices that are not synced with Stripe, as checkout does; each line says since when.
             * @default false
             */
            strict_stripe: boolean;
            /**
             * @description True tells every price that was considered and why it won or lost, at the cost of a longer answer.
             * @default false
             */
            explain: boolean;
            /** @description What to price. */
            lines: components["schemas"]["QuoteLine"][];
        };
        /** @description Why a line has no price. The codes are those of problems. */
        LineProblem: {
            /**
             * @description Why.
             * @enum {string}
             */
            code: "sku_unknown" | "currency_mismatch" | "price_not_found" | "price_not_synced";
            /** @description The same in a sentence. */
            detail: string;
            /** @description What is needed in order to act. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description One answered line of a quote, with its price or with the problem that it has none. */
        PricedLine: {
            /** @description Stock keeping unit. */
            sku: components["schemas"]["Sku"];
            /** @description Pieces. */
            quantity: number;
            /**
             * Format: int64
             * @description Price per piece in minor units; null when there is a problem.
             */
            unit_amount_minor: number | null;
            /**
             * Format: int64
             * @description Price of the line in minor units; null when there is a problem.
             */
            amount_minor: number | null;
            /** @description How the price was found; null when there is a problem. */
            resolution: components["schemas"]["PricingResolution"] | null;
            /** @description Why there is no price. */
            problem: components["schemas"]["LineProblem"] | null;
        };
        /** @description Prices at this moment; nothing is kept. */
        Quote: {
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the lines that have a price, in minor units.
             */
            total_minor: number;
            /** @description How many lines have no price; with one or more the total is not the whole. */
            problem_count: number;
            /** @description One answer a line, in the order in which they were asked. */
            lines: components["schemas"]["PricedLine"][];
        };
        /** @description What was asked of the resolver. */
        ResolutionInputs: {
            /** @description Currency of the order. */
            currency: components["schemas"]["Currency"];
            /** @description The company's price region. */
            region: string | null;
            /** @description Pieces. */
            quantity: number;
            /**
             * Format: date-time
             * @description For which instant.
             */
            asked_at: string;
            /**
             * Format: int64
             * @description The bespoke price per piece in minor units, when one was given.
             */
            bespoke_unit_amount_minor: number | null;
            /** @description Why the price is bespoke. */
            bespoke_notes: string | null;
        };
        /** @description What the stored inputs give when they are put through the resolver again. */
        ResolutionReplay: {
            /** @description Whether it is the stored answer in every detail. */
            is_same: boolean;
            /** @description Where the answers differ. */
            differences: {
                /** @description Name of the field. */
                field: string;
                /** @description The stored value as JSON. */
                stored: string;
                /** @description The value of the replay as JSON. */
                replayed: string;
            }[];
        };
        /** @description The evidence behind an order line's price. */
        StoredPricingResolution: {
            /** @description Id of the stored resolution. */
            id: components["schemas"]["PricingResolutionId"];
            /**
             * @description At which moment the price was resolved.
             * @enum {string}
             */
            purpose: "draft" | "checkout" | "accepted";
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolved_at: string;
            /** @description What was found. */
            resolution: components["schemas"]["PricingResolution"];
            /** @description What was asked; null for a resolution kept before inputs were. */
            inputs: components["schemas"]["ResolutionInputs"] | null;
            /** @description The proof that the same inputs give the same answer; null without inputs. */
            replay: components["schemas"]["ResolutionReplay"] | null;
        };
        /** @description Every resolution of an order line, oldest first. */
        PricingResolutions: {
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description What was found each time. */
            resolutions: components["schemas"]["StoredPricingResolution"][];
        };
        /** @description An order as lists show it. */
        OrderSummary: {
            /** @description Id of the order. */
            id: components["schemas"]["OrderId"];
            /** @description Number for people. */
            number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where the order stands. */
            status: components["schemas"]["OrderStatus"];
            /** @description What the payments say; derived. */
            payment_status: components["schemas"]["PaymentStatus"];
            /** @description How much has left and arrived; derived. */
            fulfillment_status: components["schemas"]["OrderFulfillmentStatus"];
            /** @description Currency of every amount of the order. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the lines in minor units.
             */
            total_minor: number;
            /** @description Who is asked about the bill. */
            billing_contact_id: components["schemas"]["ContactId"] | null;
            /** @description Where the bill goes. */
            billing_address_id: components["schemas"]["AddressId"] | null;
            /** @description The buyer's own reference. */
            purchase_order_ref: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /** @description How many checkout sessions were ever made. */
            checkout_attempts: number;
            /**
             * Format: date-time
             * @description Until when the price snapshot may be sold.
             */
            prices_expire_at: string;
            /**
             * Format: date-time
             * @description When the order was paid.
             */
            paid_at: string | null;
            /**
             * Format: date-time
             * @description When everything had arrived.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /** @description Why it was cancelled. */
            cancel_reason: string | null;
            /** @description Who made it. */
            created_by: string;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description An order line with its immutable price snapshot. */
        OrderItem: {
            /** @description Id of the line. */
            id: components["schemas"]["OrderItemId"];
            /** @description Place in the order, from 1. */
            position: number;
            /** @description The product. */
            product_id: components["schemas"]["ProductId"];
            /** @description Stock keeping unit at the time of ordering. */
            sku: string;
            /** @description What is printed on the invoice. */
            description: string;
            /** @description True when every unit ships with a registered device. */
            is_provisionable: boolean;
            /** @description Pieces ordered. */
            quantity: number;
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            unit_amount_minor: number;
            /**
             * Format: int64
             * @description Price of the line in minor units.
             */
            amount_minor: number;
            /** @description Where the price came from. */
            price_type_snap: components["schemas"]["PriceSource"];
            /** @description The source in words for people. */
            price_label: string;
            /** @description The price book entry, when it was one. */
            price_book_entry_id: components["schemas"]["PriceBookEntryId"] | null;
            /** @description The price agreement, when it was one. */
            price_agreement_id: string | null;
            /** @description The price's id at Stripe when the snapshot was taken. */
            stripe_price_id: string | null;
            /** @description Why the price is bespoke, when it is. */
            bespoke_notes: string | null;
            /** @description Pieces in fulfilment orders that are not cancelled. */
            quantity_fulfilled: number;
            /** @description Pieces in shipments that are not yet handed over and not cancelled. */
            quantity_allocated: number;
            /** @description Pieces handed over to a courier, delivered ones included. */
            quantity_shipped: number;
            /** @description Pieces delivered. */
            quantity_delivered: number;
            /** @description Where the pieces are. */
            units: components["schemas"]["Units"];
        };
        /** @description A checkout page at the payment provider. */
        CheckoutSession: {
            /** @description Id of the session. */
            id: components["schemas"]["CheckoutSessionId"];
            /** @description The session's id at the provider. */
            provider_session_id: string;
            /** @description Counts the order's sessions from 1. */
            attempt: number;
            /** @description State of the session at the provider. */
            status: components["schemas"]["CheckoutSessionStatus"];
            /**
             * Format: uri
             * @description Page to send to the buyer.
             */
            url: string;
            /**
             * Format: int64
             * @description What the page asks for, in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description When the page closes.
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When the session was made.
             */
            created_at: string;
        };
        /** @description An invoice of the order, in short. */
        OrderInvoice: {
            /** @description Id of the invoice. */
            id: components["schemas"]["InvoiceId"];
            /** @description Number for people; null while draft. */
            number: string | null;
            /** @description Where the invoice stands. */
            status: components["schemas"]["InvoiceStatus"];
            /**
             * Format: int64
             * @description Total in minor units of the order's currency.
             */
            total_minor: number;
        };
        /** @description A fulfilment order of the order, in short. */
        OrderFulfillment: {
            /** @description Id of the fulfilment order. */
            id: components["schemas"]["FulfillmentOrderId"];
            /** @description Where it stands. */
            status: components["schemas"]["FulfillmentStatus"];
        };
        /** @description A shipment in short. */
        ShipmentBrief: {
            /** @description Id of the shipment. */
            id: components["schemas"]["ShipmentId"];
            /** @description Where it stands. */
            status: components["schemas"]["ShipmentStatus"];
            /** @description The courier's word. */
            tracking_status: components["schemas"]["TrackingStatus"];
            /** @description The courier; null while nobody was chosen. */
            courier_code: string | null;
            /** @description Tracking number. */
            tracking_number: string | null;
        };
        /** @description A payment of the order, in short. */
        OrderPayment: {
            /** @description Id of the payment. */
            id: components["schemas"]["PaymentRecordId"];
            /**
             * @description Who received the money.
             * @enum {string}
             */
            provider: "stripe" | "manual";
            /** @description The payment's id at the provider. */
            provider_payment_id: string;
            /**
             * Format: int64
             * @description Amount received in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description When the provider received it.
             */
            received_at: string;
        };
        /** @description A refund, in short. */
        OrderRefund: {
            /** @description Id of the refund. */
            id: components["schemas"]["RefundId"];
            /** @description The payment. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description Where it stands. */
            status: components["schemas"]["RefundStatus"];
        };
        /** @description One reason why an order does not move on. */
        Blocker: {
            /** @description Why. */
            code: components["schemas"]["BlockerCode"];
            /** @description The reason as a sentence. */
            message: string;
            /**
             * Format: date-time
             * @description Since when; null where nobody noted it.
             */
            since: string | null;
            /** @description What to do about it; null when the order itself offers nothing. */
            move: string | null;
            /** @description The operation that would solve it; null when only time or somebody else does. */
            operation_id: string | null;
            /** @description Where that operation is called. */
            path: string | null;
            /** @description Kind of the thing to look at. */
            related_type: string | null;
            /** @description Id of the thing to look at. */
            related_id: string | null;
        };
        /** @description An order with everything that hangs on it. */
        Order: {
            /** @description Id of the order. */
            id: components["schemas"]["OrderId"];
            /** @description Number for people. */
            number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where the order stands. */
            status: components["schemas"]["OrderStatus"];
            /** @description What the payments say; derived. */
            payment_status: components["schemas"]["PaymentStatus"];
            /** @description How much has left and arrived; derived. */
            fulfillment_status: components["schemas"]["OrderFulfillmentStatus"];
            /** @description Currency of every amount of the order. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the lines in minor units.
             */
            total_minor: number;
            /** @description Who is asked about the bill. */
            billing_contact_id: components["schemas"]["ContactId"] | null;
            /** @description Where the bill goes. */
            billing_address_id: components["schemas"]["AddressId"] | null;
            /** @description The buyer's own reference. */
            purchase_order_ref: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /** @description How many checkout sessions were ever made. */
            checkout_attempts: number;
            /**
             * Format: date-time
             * @description Until when the price snapshot may be sold.
             */
            prices_expire_at: string;
            /**
             * Format: date-time
             * @description When the order was paid.
             */
            paid_at: string | null;
            /**
             * Format: date-time
             * @description When everything had arrived.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /** @description Why it was cancelled. */
            cancel_reason: string | null;
            /** @description Who made it. */
            created_by: string;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Payments received in minor units.
             */
            amount_paid_minor: number;
            /**
             * Format: int64
             * @description Succeeded refunds in minor units.
             */
            amount_refunded_minor: number;
            /**
             * Format: int64
             * @description Credit notes in minor units.
             */
            amount_credited_minor: number;
            /**
             * Format: int64
             * @description What is still owed in minor units: total less credit notes and payments plus succeeded refunds; negative when overpaid.
             */
            balance_minor: number;
            /** @description The lines by position. */
            items: components["schemas"]["OrderItem"][];
            /** @description The newest checkout session; null before the first. */
            checkout_session: components["schemas"]["CheckoutSession"] | null;
            /** @description Its invoices, oldest first. */
            invoices: components["schemas"]["OrderInvoice"][];
            /** @description Its fulfilment orders, oldest first. */
            fulfillment_orders: components["schemas"]["OrderFulfillment"][];
            /** @description Its shipments, oldest first. */
            shipments: components["schemas"]["ShipmentBrief"][];
            /** @description Its payments, oldest first. */
            payments: components["schemas"]["OrderPayment"][];
            /** @description Refunds of its payments, oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description Credit notes of its invoices, oldest first. */
            credit_notes: components["schemas"]["CreditNoteBrief"][];
            /** @description Disputes of its payments, decided ones included, oldest first. */
            disputes: components["schemas"]["DisputeBrief"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
            /** @description Why it does not move on. */
            blockers: components["schemas"]["Blocker"][];
        };
        /** @description Why an order does not move on; empty when nothing is in the way. */
        BlockerList: {
            /** @description The blockers, the most pressing first. */
            data: components["schemas"]["Blocker"][];
        };
        /** @description A price agreed by hand for one line. */
        BespokePrice: {
            /**
             * Format: int64
             * @description Price per piece in minor units of the order's currency; a multiple of ten where it has three decimals.
             */
            unit_amount_minor: number;
            /** @description Currency of the amount; the order's when absent. Another one is refused. */
            currency?: components["schemas"]["Currency"];
            /** @description What is printed on the invoice; the product's name when absent. */
            description?: string;
            /** @description Why the price is bespoke. */
            notes: string;
        };
        /** @description A line to order. */
        CreateOrderLine: {
            /** @description Stock keeping unit. */
            sku: components["schemas"]["Sku"];
            /** @description Pieces. */
            quantity: number;
            /** @description A price agreed by hand; the price book applies when absent. */
            bespoke?: components["schemas"]["BespokePrice"];
        };
        /** @description An order to draft. Prices are resolved now and kept as a snapshot. */
        CreateOrder: {
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Currency of the order; the company's when absent. */
            currency?: components["schemas"]["Currency"];
            /** @description Who is asked about the bill. */
            billing_contact_id?: components["schemas"]["ContactId"] | null;
            /** @description Where the bill goes; the company's default when absent. */
            billing_address_id?: components["schemas"]["AddressId"] | null;
            /** @description The buyer's own reference. */
            purchase_order_ref?: string | null;
            /** @description What colleagues should know. */
            notes?: string | null;
            /** @description What is ordered. */
            lines: components["schemas"]["CreateOrderLine"][];
        };
        /** @description A move of the order. */
        ChangeOrderStatus: {
            /** @description What to do. */
            move: components["schemas"]["OrderMove"];
            /** @description Why; needed to cancel. */
            reason?: string;
        };
        /** @description How the checkout page behaves. */
        SendCheckout: {
            /**
             * Format: uri
             * @description Where the buyer lands after paying; our portal when absent.
             */
            success_url?: string;
            /**
             * Format: uri
             * @description Where the buyer lands on turning back; our portal when absent.
             */
            cancel_url?: string;
            /** @description Minutes until the page closes, counted from the next full ten minutes; 1430 when absent. */
            expires_in_minutes?: number;
        };
        /** @description The order and its new checkout page. */
        CheckoutSent: {
            /** @description The order, now awaiting payment. */
            order: components["schemas"]["Order"];
            /** @description The page to send to the buyer. */
            checkout_session: components["schemas"]["CheckoutSession"];
        };
        /** @description The price per piece that is accepted for a line. */
        AcceptedPrice: {
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            unit_amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
        };
        /** @description The prices that are accepted. A line that is not named keeps its price, and must still have it. */
        AcceptPrices: {
            /** @description One a line. */
            prices: components["schemas"]["AcceptedPrice"][];
        };
        /**
         * @description Where a price agreement stands.
         * @enum {string}
         */
        PriceAgreementStatus: "draft" | "active" | "expired" | "terminated";
        /** @description The price of a line at Stripe. */
        PriceAgreementPrice: {
            /** @description The list price that the percentage is taken off; null for an amount. */
            price_book_entry_id: string | null;
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            unit_amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description The price's id at Stripe. */
            stripe_price_id: string | null;
            /** @description Whether the price exists at Stripe as we have it. */
            sync_status: components["schemas"]["PriceSyncStatus"];
            /**
             * Format: date-time
             * @description Since when it is synced, or else since when it is not.
             */
            sync_status_since: string;
            /** @description What Stripe said when the sync failed. */
            sync_error: string | null;
            /**
             * Format: date-time
             * @description When it was taken off sale, after the agreement ended.
             */
            archived_at: string | null;
        };
        /** @description What one product costs under an agreement from a quantity on. */
        PriceAgreementLine: {
            /** @description Id of the line. */
            id: components["schemas"]["PriceAgreementLineId"];
            /** @description Place among the lines, from 1. */
            position: number;
            /** @description The product. */
            product_id: components["schemas"]["ProductId"];
            /** @description Stock keeping unit of the product. */
            sku: components["schemas"]["Sku"];
            /**
             * @description Which of the two prices it gives.
             * @enum {string}
             */
            kind: "amount" | "percentage";
            /**
             * Format: int64
             * @description Price per piece in minor units; null for a percentage.
             */
            amount_minor: number | null;
            /** @description Hundredths of a percent off the list price; null for an amount. */
            percent_off_bp: number | null;
            /** @description Applies to order lines of this many pieces or more. */
            min_quantity: number;
            /** @description Its prices at Stripe; empty while a draft. */
            prices: components["schemas"]["PriceAgreementPrice"][];
        };
        /** @description A price agreement in a list. */
        PriceAgreementSummary: {
            /** @description Id of this revision. */
            id: components["schemas"]["PriceAgreementId"];
            /** @description Number for people; the same for all revisions. */
            number: string;
            /** @description Counts amendments, from 1. */
            revision: number;
            /** @description The revision that this one amends. */
            amends_id: string | null;
            /** @description The revision that amends this one. */
            amended_by_id: string | null;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description What colleagues call it. */
            name: string;
            /** @description Where it stands. */
            status: components["schemas"]["PriceAgreementStatus"];
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description First instant at which its prices apply.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description First instant at which they no longer apply; null while open-ended.
             */
            valid_to: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /**
             * Format: date-time
             * @description When it was put into force.
             */
            activated_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description Why it ended. */
            end_reason: string | null;
            /** @description How many lines it has. */
            line_count: number;
            /** @description How many lines of an active agreement have a price that Stripe does not have. */
            unsynced_line_count: number;
            /** @description Grows by one with every change. */
            version: number;
            /**
             * Format: date-time
             * @description When it was drafted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A price agreement with its lines and their prices at Stripe. */
        PriceAgreement: {
            /** @description Id of this revision. */
            id: components["schemas"]["PriceAgreementId"];
            /** @description Number for people; the same for all revisions. */
            number: string;
            /** @description Counts amendments, from 1. */
            revision: number;
            /** @description The revision that this one amends. */
            amends_id: string | null;
            /** @description The revision that amends this one. */
            amended_by_id: string | null;
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description What colleagues call it. */
            name: string;
            /** @description Where it stands. */
            status: components["schemas"]["PriceAgreementStatus"];
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description First instant at which its prices apply.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description First instant at which they no longer apply; null while open-ended.
             */
            valid_to: string | null;
            /** @description What colleagues should know. */
            notes: string | null;
            /**
             * Format: date-time
             * @description When it was put into force.
             */
            activated_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description Why it ended. */
            end_reason: string | null;
            /** @description How many lines it has. */
            line_count: number;
            /** @description How many lines of an active agreement have a price that Stripe does not have. */
            unsynced_line_count: number;
            /** @description Grows by one with every change. */
            version: number;
            /**
             * Format: date-time
             * @description When it was drafted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Its lines. */
            lines: components["schemas"]["PriceAgreementLine"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
        };
        /** @description A line to agree, either an amount or a percentage off the list price. */
        AskedPriceAgreementLine: {
            /** @description Stock keeping unit of the product. */
            sku: components["schemas"]["Sku"];
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            amount_minor?: number;
            /** @description Hundredths of a percent off the list price; 1250 is 12.5 %. */
            percent_off_bp?: number;
            /**
             * @description Applies to order lines of this many pieces or more.
             * @default 1
             */
            min_quantity: number;
        };
        /** @description A price agreement to draft. */
        CreatePriceAgreement: {
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description What colleagues call it. */
            name: string;
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description First instant at which its prices apply.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description First instant at which they no longer apply; null while open-ended.
             */
            valid_to?: string | null;
            /** @description What colleagues should know. */
            notes?: string | null;
            /** @description Its lines. */
            lines: components["schemas"]["AskedPriceAgreementLine"][];
        };
        /** @description What is to change; lines replace all lines. */
        ChangePriceAgreement: {
            /** @description What colleagues call it. */
            name?: string;
            /** @description Currency of every amount. */
            currency?: components["schemas"]["Currency"];
            /**
             * Format: date-time
             * @description First instant at which its prices apply.
             */
            valid_from?: string;
            /**
             * Format: date-time
             * @description First instant at which they no longer apply; null while open-ended.
             */
            valid_to?: string | null;
            /** @description What colleagues should know. */
            notes?: string | null;
            /** @description Its lines. */
            lines?: components["schemas"]["AskedPriceAgreementLine"][];
        };
        /** @description Why it ends. */
        TerminatePriceAgreement: {
            /** @description Why; kept with the agreement. */
            reason: string;
        };
        /** @description Price agreements in numbers. */
        PriceAgreementFigures: {
            /** @description How many there are in each status. */
            by_status: {
                /** @description How many are draft. */
                draft: number;
                /** @description How many are active. */
                active: number;
                /** @description How many are expired. */
                expired: number;
                /** @description How many are terminated. */
                terminated: number;
            };
            /** @description Paid order lines that an agreement priced, by currency. */
            revenue: components["schemas"]["PriceAgreementRevenue"][];
            /** @description Lines of active agreements with a price that Stripe does not have. */
            unsynced_lines: number;
            /** @description Active agreements that end within 30 days. */
            expiring_in_30_days: number;
        };
        /** @description What paid orders were worth at agreed prices, in one currency. */
        PriceAgreementRevenue: {
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the order lines in minor units.
             */
            amount_minor: number;
            /** @description Orders with such a line. */
            orders: number;
            /** @description Order lines at an agreed price. */
            order_lines: number;
        };
        /** @description One change of a price agreement. */
        PriceAgreementChange: {
            /** @description Id of the change. */
            id: components["schemas"]["PriceAgreementChangeId"];
            /** @description The agreement. */
            price_agreement_id: components["schemas"]["PriceAgreementId"];
            /** @description The version that the change led to. */
            version: number;
            /**
             * @description What was done.
             * @enum {string}
             */
            action: "created" | "changed" | "discarded" | "activated" | "amended" | "expired" | "terminated";
            /** @description Who did it. */
            actor: components["schemas"]["Actor"];
            /** @description Request or job that led to it. */
            correlation_id: string;
            /** @description The agreement with its lines before; null when it was created. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description The agreement with its lines after; null when it was discarded. */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When it was done.
             */
            occurred_at: string;
        };
        /** @description A page of price agreements, newest first. */
        PriceAgreementList: {
            /** @description The page. */
            data: components["schemas"]["PriceAgreementSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of changes, newest first. */
        PriceAgreementChangeList: {
            /** @description The page. */
            data: components["schemas"]["PriceAgreementChange"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description Why the order is cancelled. */
        CancelOrder: {
            /** @description Why; kept with the order and told to nobody outside. */
            reason: string;
        };
        /** @description An invoice as lists show it. */
        InvoiceSummary: {
            /** @description Id of the invoice. */
            id: components["schemas"]["InvoiceId"];
            /** @description Number series. */
            series: string;
            /** @description Number for people; null while draft. */
            number: string | null;
            /** @description Place in the series, without gaps; null while draft. */
            sequence_number: number | null;
            /** @description The company that owes. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description The order billed; null for a manual invoice. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description Number of that order. */
            order_number: string | null;
            /**
             * @description How it came to be.
             * @enum {string}
             */
            kind: "prepaid" | "terms" | "manual";
            /** @description Where the invoice stands. */
            status: components["schemas"]["InvoiceStatus"];
            /** @description Currency of every amount of the invoice. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the item, adjustment and shipping lines in minor units.
             */
            subtotal_minor: number;
            /**
             * Format: int64
             * @description What the discount lines take off, in minor units.
             */
            discount_minor: number;
            /**
             * Format: int64
             * @description Sum of the tax lines in minor units.
             */
            tax_minor: number;
            /**
             * Format: int64
             * @description Subtotal less discount plus tax, in minor units.
             */
            total_minor: number;
            /**
             * @description Whether tax is rounded half up for each line and then summed, or once for the document.
             * @enum {string}
             */
            tax_rounding: "line" | "document";
            /** @description Snapshot of the billed party at issue. */
            bill_to: {
                [key: string]: unknown;
            };
            /** @description Snapshot of the legal entity at issue; null for a draft, and for what was issued before there were snapshots. */
            seller: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date
             * @description Date of issue in the company's time zone.
             */
            issued_on: string | null;
            /**
             * Format: date
             * @description Date on which it is due.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string | null;
            /**
             * Format: date-time
             * @description When its balance reached 0.
             */
            paid_at: string | null;
            /**
             * Format: date-time
             * @description When it was voided.
             */
            voided_at: string | null;
            /** @description Why it was voided; null otherwise, and for a discarded draft. */
            void_reason: string | null;
            /**
             * Format: int64
             * @description Live allocations in minor units.
             */
            amount_allocated_minor: number;
            /**
             * Format: int64
             * @description Credit notes in minor units.
             */
            amount_credited_minor: number;
            /**
             * Format: int64
             * @description Total less live allocations and credit notes, in minor units; 0 for a void invoice.
             */
            balance_minor: number;
            /** @description True when something is owed after due_on. */
            is_overdue: boolean;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A line of an invoice. */
        InvoiceLine: {
            /** @description Id of the line. */
            id: components["schemas"]["InvoiceLineId"];
            /** @description Place in the invoice, from 1. */
            position: number;
            /** @description What the line is. */
            kind: components["schemas"]["InvoiceLineKind"];
            /** @description The order line billed. */
            order_item_id: components["schemas"]["OrderItemId"] | null;
            /** @description What is printed. */
            description: string;
            /** @description Pieces. */
            quantity: number;
            /**
             * Format: int64
             * @description Price per piece in minor units.
             */
            unit_amount_minor: number;
            /**
             * Format: int64
             * @description Price of the line in minor units.
             */
            amount_minor: number;
            /** @description Name of the tax; null for another line. */
            tax_name: string | null;
            /** @description Rate in parts per million, so that 99750 is 9.975 %; null for another line. */
            tax_rate_ppm: number | null;
        };
        /** @description A part of a payment that settles the invoice. */
        InvoiceAllocation: {
            /** @description Id of the allocation. */
            id: components["schemas"]["PaymentAllocationId"];
            /** @description The payment. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /**
             * Format: date-time
             * @description When it was allocated.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was taken back; null while live.
             */
            reversed_at: string | null;
        };
        /** @description An invoice with its lines and what settles it. */
        Invoice: {
            /** @description Id of the invoice. */
            id: components["schemas"]["InvoiceId"];
            /** @description Number series. */
            series: string;
            /** @description Number for people; null while draft. */
            number: string | null;
            /** @description Place in the series, without gaps; null while draft. */
            sequence_number: number | null;
            /** @description The company that owes. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description The order billed; null for a manual invoice. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description Number of that order. */
            order_number: string | null;
            /**
             * @description How it came to be.
             * @enum {string}
             */
            kind: "prepaid" | "terms" | "manual";
            /** @description Where the invoice stands. */
            status: components["schemas"]["InvoiceStatus"];
            /** @description Currency of every amount of the invoice. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Sum of the item, adjustment and shipping lines in minor units.
             */
            subtotal_minor: number;
            /**
             * Format: int64
             * @description What the discount lines take off, in minor units.
             */
            discount_minor: number;
            /**
             * Format: int64
             * @description Sum of the tax lines in minor units.
             */
            tax_minor: number;
            /**
             * Format: int64
             * @description Subtotal less discount plus tax, in minor units.
             */
            total_minor: number;
            /**
             * @description Whether tax is rounded half up for each line and then summed, or once for the document.
             * @enum {string}
             */
            tax_rounding: "line" | "document";
            /** @description Snapshot of the billed party at issue. */
            bill_to: {
                [key: string]: unknown;
            };
            /** @description Snapshot of the legal entity at issue; null for a draft, and for what was issued before there were snapshots. */
            seller: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date
             * @description Date of issue in the company's time zone.
             */
            issued_on: string | null;
            /**
             * Format: date
             * @description Date on which it is due.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string | null;
            /**
             * Format: date-time
             * @description When its balance reached 0.
             */
            paid_at: string | null;
            /**
             * Format: date-time
             * @description When it was voided.
             */
            voided_at: string | null;
            /** @description Why it was voided; null otherwise, and for a discarded draft. */
            void_reason: string | null;
            /**
             * Format: int64
             * @description Live allocations in minor units.
             */
            amount_allocated_minor: number;
            /**
             * Format: int64
             * @description Credit notes in minor units.
             */
            amount_credited_minor: number;
            /**
             * Format: int64
             * @description Total less live allocations and credit notes, in minor units; 0 for a void invoice.
             */
            balance_minor: number;
            /** @description True when something is owed after due_on. */
            is_overdue: boolean;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description The lines by position. */
            lines: components["schemas"]["InvoiceLine"][];
            /** @description Allocations, oldest first, reversed ones included. */
            allocations: components["schemas"]["InvoiceAllocation"][];
            /** @description What it is no longer for, oldest first. */
            credit_notes: components["schemas"]["CreditNoteBrief"][];
            /** @description Refunds of the payments that settle it or once did, oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description Disputes of the payments that settle it or once did, oldest first. */
            disputes: components["schemas"]["DisputeBrief"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
        };
        /**
         * @description What a line of an invoice is.
         * @enum {string}
         */
        InvoiceLineKind: "item" | "adjustment" | "discount" | "shipping" | "tax";
        /** @description A line as it is written. */
        WrittenInvoiceLine: components["schemas"]["WrittenAmount"] | components["schemas"]["WrittenTax"];
        /** @description An amount per piece. */
        WrittenAmount: {
            /**
             * @description What the line is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "item" | "adjustment" | "discount" | "shipping";
            /** @description What is printed. */
            description: string;
            /** @description Pieces; 1 when absent. */
            quantity?: number;
            /**
             * Format: int64
             * @description Amount per piece in minor units. Negative for a discount; either for an adjustment.
             */
            unit_amount_minor: number;
        };
        /** @description A tax over all lines that are no tax. */
        WrittenTax: {
            /**
             * @description What the line is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "tax";
            /** @description Name of the tax. */
            tax_name: string;
            /** @description Rate in parts per million, so that 99750 is 9.975 %. */
            tax_rate_ppm: number;
        };
        /** @description An invoice by hand. */
        CreateInvoice: {
            /** @description The company that is to pay. */
            company_id: components["schemas"]["CompanyId"];
            /** @description The order it belongs to, of the same company; null or absent when there is none. */
            order_id?: components["schemas"]["OrderId"] | null;
            /** @description Who of us it is by; the company's legal entity, or else the default one, when absent. */
            legal_entity_code?: components["schemas"]["LegalEntityCode"];
            /** @description Currency of every amount; the order's, or else the company's, when absent. */
            currency?: components["schemas"]["Currency"];
            /**
             * @description How taxes are rounded, `line` when absent.
             * @enum {string}
             */
            tax_rounding?: "line" | "document";
            /** @description The lines in their order. They come to at most 9007199254740991, as do their taxes. */
            lines: components["schemas"]["WrittenInvoiceLine"][];
        };
        /** @description What to change of a draft; what is absent stays. */
        ChangeInvoice: {
            /**
             * @description How taxes are rounded.
             * @enum {string}
             */
            tax_rounding?: "line" | "document";
            /** @description All the lines anew, worth no more than those of a new invoice may be. */
            lines?: components["schemas"]["WrittenInvoiceLine"][];
        };
        /** @description Why an invoice is taken back. */
        VoidInvoice: {
            /** @description Kept with the invoice and on the timeline. */
            reason: string;
        };
        /**
         * @description Code of a legal entity from listLegalEntities.
         * @example MAIN
         */
        LegalEntityCode: string;
        /** @description The legal entities. */
        LegalEntityList: {
            /** @description By code. */
            data: components["schemas"]["LegalEntity"][];
        };
        /** @description A number under which a tax office knows the legal entity. */
        TaxRegistration: {
            /** @description Name of the tax, as it is printed; null for just tax. */
            name: string | null;
            /** @description The number. */
            number: string;
        };
        /** @description Who of us demands the money, as the next document prints it. */
        LegalEntity: {
            /** @description Code of the legal entity. */
            code: components["schemas"]["LegalEntityCode"];
            /** @description Its name. */
            name: string;
            /** @description Its name in French documents; null where it has one name. */
            name_fr: string | null;
            /** @description Its address, line by line. */
            address_lines: string[];
            /** @description In the order of printing. */
            tax_registrations: components["schemas"]["TaxRegistration"][];
            /** @description Whether invoices are issued by it where nobody says by whom. */
            is_default: boolean;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /**
         * @description What stands before the numbers of a series. The hyphen at its end keeps numbers of two series apart.
         * @example INV-
         */
        SeriesPrefix: string;
        /** @description A legal entity to add. */
        CreateLegalEntity: {
            /** @description What it is called by here, for good. */
            code: components["schemas"]["LegalEntityCode"];
            /** @description Its name. */
            name: string;
            /** @description Its name in French documents; null or absent where it has one name. */
            name_fr?: string | null;
            /** @description Its address, line by line. */
            address_lines: string[];
            /** @description In the order of printing; none when absent. */
            tax_registrations?: components["schemas"]["TaxRegistration"][];
            /** @description Of its invoices. */
            invoice_prefix: components["schemas"]["SeriesPrefix"];
            /** @description Of its credit notes. */
            credit_note_prefix: components["schemas"]["SeriesPrefix"];
        };
        /** @description What to change of a legal entity; what is absent stays. */
        ChangeLegalEntity: {
            /** @description Its name. */
            name?: string;
            /** @description Its name in French documents; null where it has one name. */
            name_fr?: string | null;
            /** @description Its address, line by line. */
            address_lines?: string[];
            /** @description All of them, in the order of printing. */
            tax_registrations?: components["schemas"]["TaxRegistration"][];
        };
        /** @description The number series. */
        InvoiceSeriesList: {
            /** @description By series. */
            data: components["schemas"]["InvoiceSeries"][];
        };
        /** @description A run of numbers of one kind of document of one legal entity. */
        InvoiceSeries: {
            /** @description Name of the series. */
            series: string;
            /** @description Code of the legal entity whose numbers they are. */
            legal_entity: string;
            /** @description Its name. */
            legal_entity_name: string;
            /**
             * @description What is numbered.
             * @enum {string}
             */
            document: "invoice" | "credit_note";
            /** @description What a number begins with. */
            prefix: string;
            /** @description The number that was given last; 0 before the first. */
            last_number: number;
            /** @description Documents that have a number of the series, void ones included. */
            document_count: number;
            /** @description Numbers that were given and that no document has. None, or something is wrong. */
            gaps: components["schemas"]["NumberGap"][];
        };
        /** @description Missing numbers, both ends included. */
        NumberGap: {
            /** @description The first missing number. */
            first: number;
            /** @description The last missing number. */
            last: number;
        };
        /** @description Money received, as the provider reports it. */
        Payment: {
            /** @description Id of the payment. */
            id: components["schemas"]["PaymentRecordId"];
            /** @description The paying company, when known. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order paid, when known. */
            order_id: components["schemas"]["OrderId"] | null;
            /**
             * @description Who received the money.
             * @enum {string}
             */
            provider: "stripe" | "manual";
            /** @description The payment's id at the provider; its own id where a person recorded it. */
            provider_payment_id: string;
            /** @description The checkout session's id at the provider. */
            provider_session_id: string | null;
            /** @description How money that a person recorded came in; null for a provider's payment. */
            method: components["schemas"]["PaymentMethod"] | null;
            /** @description What the bank statement or the cheque says; null for a provider's payment. */
            reference: string | null;
            /**
             * Format: int64
             * @description Amount received in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amounts. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Live allocations in minor units.
             */
            allocated_minor: number;
            /**
             * Format: int64
             * @description Succeeded refunds in minor units.
             */
            refunded_minor: number;
            /**
             * Format: int64
             * @description Amount less allocations less refunds, in minor units.
             */
            unapplied_minor: number;
            /**
             * Format: date-time
             * @description When it was received; the day's first instant in the company's time zone where a person recorded it.
             */
            received_at: string;
            /**
             * Format: date-time
             * @description When we recorded it.
             */
            created_at: string;
        };
        /** @description Verified money that could not be applied. */
        UnappliedPayment: {
            /** @description Id of the entry. */
            id: components["schemas"]["UnappliedPaymentId"];
            /** @description The payment. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /**
             * @description Who received the money.
             * @enum {string}
             */
            provider: "stripe" | "manual";
            /** @description The payment's id at the provider. */
            provider_payment_id: string;
            /**
             * Format: int64
             * @description Amount received in minor units.
             */
            amount_minor: number;
            /**
             * Format: int64
             * @description What of it is neither allocated nor refunded, nor reserved for a refund, in minor units.
             */
            left_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description The company, when known. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order, when known. */
            order_id: components["schemas"]["OrderId"] | null;
            /**
             * @description Why it could not be applied.
             * @enum {string}
             */
            reason: "order_unknown" | "order_not_payable" | "session_unknown" | "amount_mismatch" | "currency_mismatch" | "already_paid";
            /** @description What to do, the likeliest first: apply, link_to_order, apply_partially, hold_as_credit, refund; others may follow. */
            suggestions: string[];
            /** @description Open invoices of the company in this currency, the likeliest first, as apply takes them. */
            suggested_allocations: {
                /** @description The invoice. */
                invoice_id: components["schemas"]["InvoiceId"];
                /** @description Its number. */
                invoice_number: string;
                /**
                 * Format: int64
                 * @description What it owes, in minor units.
                 */
                balance_minor: number;
                /**
                 * Format: int64
                 * @description What of it the money can settle, after the invoices before it, in minor units.
                 */
                amount_minor: number;
            }[];
            /** @description What was compared. */
            details: {
                [key: string]: unknown;
            };
            /** @description Whether somebody has placed the money. */
            status: components["schemas"]["UnappliedPaymentStatus"];
            /**
             * @description What was decided; null while open.
             * @enum {string|null}
             */
            resolution: "applied" | "held_as_credit" | "refunded" | null;
            /** @description Why, in the words of whoever decided. */
            resolution_note: string | null;
            /** @description The refund that was asked for from the inbox last. On an open entry it is one that failed. */
            refund_id: components["schemas"]["RefundId"] | null;
            /**
             * Format: date-time
             * @description When it was found.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was placed.
             */
            resolved_at: string | null;
        };
        /** @description A part of an invoice line. */
        CreditedLine: {
            /** @description The line. */
            invoice_line_id: components["schemas"]["InvoiceLineId"];
            /**
             * Format: int64
             * @description Of what was billed for it, with its share of taxes and discounts, in minor units. Lines that are a tax or a discount have nothing of their own to credit.
             */
            amount_minor: number;
        };
        /** @description How much goes back, and why. With neither amount nor lines it is all that is left of the payment. */
        CreateRefund: {
            /**
             * Format: int64
             * @description Amount in minor units of the payment.
             */
            amount_minor?: number;
            /** @description Parts of lines of one invoice, with their tax; instead of an amount. */
            lines?: components["schemas"]["CreditedLine"][];
            /** @description Why; printed on the credit note. */
            reason: string;
            /** @description How the money was sent back; for a payment that came by hand, and only there. */
            reference?: string;
        };
        /** @description Money sent back, or on its way. */
        Refund: {
            /** @description Id of the refund. */
            id: components["schemas"]["RefundId"];
            /** @description The payment it is of. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /** @description The company that paid, when known. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order that was paid, when known. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description Id of the refund at Stripe; null until it has answered. */
            provider_refund_id: string | null;
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amounts. */
            currency: components["schemas"]["Currency"];
            /** @description Where it stands. */
            status: components["schemas"]["RefundStatus"];
            /** @description Why. */
            reason: string | null;
            /**
             * @description Who made it, namely we, somebody in Stripe's dashboard, or a lost dispute.
             * @enum {string}
             */
            origin: "waybill" | "provider" | "dispute";
            /** @description How money went back by hand. */
            reference: string | null;
            /** @description Why it failed. */
            failure_reason: string | null;
            /** @description The failed refund that it tries again. */
            retry_of: components["schemas"]["RefundId"] | null;
            /**
             * Format: int64
             * @description Taken off invoices by credit notes when it succeeded, in minor units; the rest was unapplied.
             */
            credited_minor: number;
            /** @description What it is for, where somebody said so. */
            lines: components["schemas"]["CreditedLine"][];
            /** @description Its credit notes. */
            credit_notes: components["schemas"]["CreditNoteBrief"][];
            /**
             * Format: date-time
             * @description When it was asked for, or recorded.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description Something that changed what a company owes. */
        AccountMovement: {
            /** @description What moved the account. */
            kind: components["schemas"]["MovementKind"];
            /**
             * Format: date
             * @description The day, by the calendar of the company.
             */
            date: string;
            /** @description Id of the invoice, payment or refund. */
            document_id: string;
            /** @description What people call it, a number or a reference; null when it has none. */
            document: string | null;
            /**
             * Format: int64
             * @description What the company owes more, in minor units.
             */
            debit_minor: number;
            /**
             * Format: int64
             * @description What it owes less, in minor units.
             */
            credit_minor: number;
            /**
             * Format: int64
             * @description What it owed after this movement, in minor units; negative when it is in credit.
             */
            balance_minor: number;
            /**
             * Format: date-time
             * @description The instant.
             */
            occurred_at: string;
        };
        /** @description The account of a company over a period. */
        Statement: {
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Its name. */
            company_name: string;
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date
             * @description The first day that was asked for; null for the first movement.
             */
            from: string | null;
            /**
             * Format: date
             * @description The last day that was asked for; null for the last movement.
             */
            to: string | null;
            /**
             * Format: int64
             * @description What the company owed before the first day, in minor units.
             */
            opening_balance_minor: number;
            /**
             * Format: int64
             * @description Sum of the debits of the period, in minor units.
             */
            debit_minor: number;
            /**
             * Format: int64
             * @description Sum of the credits of the period, in minor units.
             */
            credit_minor: number;
            /**
             * Format: int64
             * @description What it owed at the end of the last day, in minor units.
             */
            closing_balance_minor: number;
            /** @description The page. */
            data: components["schemas"]["AccountMovement"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description What is owed in one currency, by how late it is, in minor units. */
        AgedAmounts: {
            /**
             * Format: int64
             * @description Not due yet, or due on that day.
             */
            current_minor: number;
            /**
             * Format: int64
             * @description One to 30 days late.
             */
            days_1_30_minor: number;
            /**
             * Format: int64
             * @description 31 to 60 days late.
             */
            days_31_60_minor: number;
            /**
             * Format: int64
             * @description 61 to 90 days late.
             */
            days_61_90_minor: number;
            /**
             * Format: int64
             * @description More than 90 days late.
             */
            days_over_90_minor: number;
            /**
             * Format: int64
             * @description All of it.
             */
            total_minor: number;
            /** @description Invoices of which something is left. */
            invoice_count: number;
        };
        /** @description What one company owes, by how late it is, in minor units. */
        AgedReceivable: {
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Its name. */
            company_name: string;
            /**
             * Format: int64
             * @description Not due yet, or due on that day.
             */
            current_minor: number;
            /**
             * Format: int64
             * @description One to 30 days late.
             */
            days_1_30_minor: number;
            /**
             * Format: int64
             * @description 31 to 60 days late.
             */
            days_31_60_minor: number;
            /**
             * Format: int64
             * @description 61 to 90 days late.
             */
            days_61_90_minor: number;
            /**
             * Format: int64
             * @description More than 90 days late.
             */
            days_over_90_minor: number;
            /**
             * Format: int64
             * @description All of it.
             */
            total_minor: number;
            /** @description Invoices of which something is left. */
            invoice_count: number;
        };
        /** @description A page of what companies owe by how late it is, with the totals of all. */
        AgedReceivables: {
            /**
             * Format: date
             * @description The day that was asked for; null for now.
             */
            at: string | null;
            /** @description Currency of every amount. */
            currency: components["schemas"]["Currency"];
            /** @description The sums over all companies. */
            totals: components["schemas"]["AgedAmounts"];
            /** @description The page. */
            data: components["schemas"]["AgedReceivable"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A payment with what it settles. */
        PaymentDetail: {
            /** @description Id of the payment. */
            id: components["schemas"]["PaymentRecordId"];
            /** @description The paying company, when known. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order paid, when known. */
            order_id: components["schemas"]["OrderId"] | null;
            /**
             * @description Who received the money.
             * @enum {string}
             */
            provider: "stripe" | "manual";
            /** @description The payment's id at the provider; its own id where a person recorded it. */
            provider_payment_id: string;
            /** @description The checkout session's id at the provider. */
            provider_session_id: string | null;
            /** @description How money that a person recorded came in; null for a provider's payment. */
            method: components["schemas"]["PaymentMethod"] | null;
            /** @description What the bank statement or the cheque says; null for a provider's payment. */
            reference: string | null;
            /**
             * Format: int64
             * @description Amount received in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amounts. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description Live allocations in minor units.
             */
            allocated_minor: number;
            /**
             * Format: int64
             * @description Succeeded refunds in minor units.
             */
            refunded_minor: number;
            /**
             * Format: int64
             * @description Amount less allocations less refunds, in minor units.
             */
            unapplied_minor: number;
            /**
             * Format: date-time
             * @description When it was received; the day's first instant in the company's time zone where a person recorded it.
             */
            received_at: string;
            /**
             * Format: date-time
             * @description When we recorded it.
             */
            created_at: string;
            /** @description What it settles, oldest first, reversed allocations included. */
            allocations: components["schemas"]["PaymentAllocation"][];
        };
        /**
         * @description How money that a person recorded came in.
         * @enum {string}
         */
        PaymentMethod: "bank_transfer" | "cheque";
        /** @description A part of a payment that settles an invoice, or did. */
        PaymentAllocation: {
            /** @description Id of the allocation. */
            id: components["schemas"]["PaymentAllocationId"];
            /** @description The invoice. */
            invoice_id: components["schemas"]["InvoiceId"];
            /** @description Its number. */
            invoice_number: string;
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /**
             * Format: date-time
             * @description When it was allocated.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was taken back; null while live.
             */
            reversed_at: string | null;
            /** @description Why it was taken back; null while live. */
            reversal_reason: string | null;
        };
        /** @description Money that came by bank transfer or cheque. */
        RecordManualPayment: {
            /** @description The company that paid. */
            company_id: components["schemas"]["CompanyId"];
            /** @description How it came in. */
            method: components["schemas"]["PaymentMethod"];
            /** @description What the bank statement or the cheque says. */
            reference: string;
            /**
             * Format: date
             * @description Day of receipt in the company's time zone; not after today.
             */
            received_on: string;
            /**
             * Format: int64
             * @description Amount received in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
        };
        /** @description Which invoices to settle, and how much of each. */
        AllocatePayment: {
            /** @description Invoices of one company, in the payment's currency. */
            allocations: {
                /** @description The invoice. */
                invoice_id: components["schemas"]["InvoiceId"];
                /**
                 * Format: int64
                 * @description How much of it to settle, in minor units.
                 */
                amount_minor: number;
            }[];
        };
        /** @description Why an allocation is taken back. */
        ReversePaymentAllocation: {
            /** @description Kept with the allocation. */
            reason: string;
        };
        /** @description What a company has paid and nothing has used yet. */
        CompanyCredit: {
            /** @description The company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description One for each currency of which something is left. */
            balances: {
                /** @description Currency of the amounts. */
                currency: components["schemas"]["Currency"];
                /**
                 * Format: int64
                 * @description What may be allocated to invoices, in minor units.
                 */
                available_minor: number;
                /**
                 * Format: int64
                 * @description What waits in the inbox of unapplied payments, in minor units.
                 */
                in_inbox_minor: number;
            }[];
            /** @description Payments of which something is left, by the time of receipt; the 100 oldest. */
            payments: {
                /** @description The payment. */
                payment_id: components["schemas"]["PaymentRecordId"];
                /**
                 * @description Who received the money.
                 * @enum {string}
                 */
                provider: "stripe" | "manual";
                /** @description How money that a person recorded came in; null for a provider's payment. */
                method: components["schemas"]["PaymentMethod"] | null;
                /** @description What the bank statement or the cheque says; null for a provider's payment. */
                reference: string | null;
                /**
                 * Format: date-time
                 * @description When it was received.
                 */
                received_at: string;
                /** @description Currency of the amounts. */
                currency: components["schemas"]["Currency"];
                /**
                 * Format: int64
                 * @description Amount received in minor units.
                 */
                amount_minor: number;
                /**
                 * Format: int64
                 * @description What is neither allocated nor refunded, nor reserved for a refund, in minor units.
                 */
                left_minor: number;
                /** @description Its entry in the inbox, while it waits there. */
                unapplied_payment_id: components["schemas"]["UnappliedPaymentId"] | null;
            }[];
        };
        /** @description Why the money goes back. */
        RefundUnappliedPayment: {
            /** @description Why; kept with the entry and the refund. */
            reason: string;
            /** @description How the money was sent back; for a payment that came by hand, and only there. */
            reference?: string;
        };
        /** @description Whose credit the money becomes, and why. */
        HoldUnappliedPayment: {
            /** @description Needed where nobody knows yet whose money it is. */
            company_id?: components["schemas"]["CompanyId"];
            /** @description Kept with the entry. */
            note?: string;
        };
        /** @description A credit note, in short. */
        CreditNoteBrief: {
            /** @description Id of the credit note. */
            id: components["schemas"]["CreditNoteId"];
            /** @description Number for people. */
            number: string;
            /**
             * Format: int64
             * @description Total in minor units.
             */
            total_minor: number;
            /** @description Where its file is, below this API. */
            pdf_url: string;
        };
        /** @description A dispute, in short. */
        DisputeBrief: {
            /** @description Id of the dispute. */
            id: components["schemas"]["DisputeId"];
            /** @description The payment that is asked back. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description Why, in Stripe's words. */
            reason: string;
            /** @description Where it stands. */
            status: components["schemas"]["DisputeStatus"];
            /**
             * Format: date-time
             * @description Until when evidence is taken.
             */
            respond_by: string | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created_at: string;
        };
        /** @description How much of the invoice is taken back, and why. With neither amount nor lines it is all that is left. */
        CreateCreditNote: {
            /**
             * Format: int64
             * @description Amount with tax in minor units, spread over the lines by largest remainder.
             */
            amount_minor?: number;
            /** @description Parts of lines of one invoice, with their tax; instead of an amount. */
            lines?: components["schemas"]["CreditedLine"][];
            /** @description Why; printed on the note. */
            reason: string;
        };
        /** @description A line of a credit note. */
        CreditNoteLine: {
            /** @description Id of the line. */
            id: components["schemas"]["CreditNoteLineId"];
            /** @description Place in the note, from 1. */
            position: number;
            /** @description The invoice line that is credited. */
            invoice_line_id: components["schemas"]["InvoiceLineId"];
            /** @description What is printed. */
            description: string;
            /**
             * Format: int64
             * @description With its share of tax and discount, in minor units.
             */
            amount_minor: number;
        };
        /** @description What an issued invoice is no longer for; frozen when it is made. */
        CreditNote: {
            /** @description Id of the credit note. */
            id: components["schemas"]["CreditNoteId"];
            /** @description The series of its number. */
            series: string;
            /** @description Number for people. */
            number: string;
            /** @description Place in the series, from 1. */
            sequence_number: number;
            /** @description The invoice that is credited. */
            invoice_id: components["schemas"]["InvoiceId"];
            /** @description Number of that invoice. */
            invoice_number: string;
            /** @description The company billed. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the company. */
            company_name: string;
            /** @description The order billed. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description The refund that it belongs to; null when it was made by hand. */
            refund_id: components["schemas"]["RefundId"] | null;
            /** @description Currency of the amounts. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: int64
             * @description The tax within the total, in minor units.
             */
            tax_minor: number;
            /**
             * Format: int64
             * @description Total in minor units.
             */
            total_minor: number;
            /** @description Why. */
            reason: string;
            /** @description The addressee, as on the invoice. */
            bill_to: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description Date of issue at the company.
             */
            issued_on: string;
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string;
            /** @description The lines by position. */
            lines: components["schemas"]["CreditNoteLine"][];
        };
        /** @description What a customer's bank asks back. */
        Dispute: {
            /** @description Id of the dispute. */
            id: components["schemas"]["DisputeId"];
            /** @description The payment. */
            payment_id: components["schemas"]["PaymentRecordId"];
            /** @description The company that paid, when known. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order that was paid, when known. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description Id of the dispute at Stripe. */
            provider_dispute_id: string;
            /**
             * Format: int64
             * @description Amount in minor units.
             */
            amount_minor: number;
            /** @description Currency of the amount. */
            currency: components["schemas"]["Currency"];
            /** @description Why, as the bank calls it. */
            reason: string;
            /** @description Where it stands. */
            status: components["schemas"]["DisputeStatus"];
            /**
             * Format: date-time
             * @description Until when Stripe takes evidence.
             */
            respond_by: string | null;
            /**
             * Format: date-time
             * @description When we heard of it.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When it was decided; null while open.
             */
            closed_at: string | null;
        };
        /** @description Where units are; each is in exactly one of these, and they add up to what was ordered. */
        Units: {
            /** @description All of them. */
            ordered: number;
            /** @description In no parcel yet. */
            open: number;
            /** @description In parcels that are still here. */
            allocated: number;
            /** @description Under way. */
            shipped: number;
            /** @description Arrived. */
            delivered: number;
            /** @description Given up before they were packed. */
            cancelled: number;
            /** @description Lost or damaged. */
            written_off: number;
        };
        /** @description A hold, open or released. */
        FulfillmentHold: {
            /** @description Id of the hold. */
            id: components["schemas"]["FulfillmentHoldId"];
            /** @description Why. */
            reason: components["schemas"]["HoldReason"];
            /** @description What colleagues should know. */
            note: string | null;
            /** @description Who placed it. */
            placed_by: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            placed_at: string;
            /** @description Who released it. */
            released_by: string | null;
            /**
             * Format: date-time
             * @description Until when; null while it is open.
             */
            released_at: string | null;
            /** @description What was done about it. */
            release_note: string | null;
        };
        /** @description A fulfilment order as lists show it. */
        FulfillmentSummary: {
            /** @description Id of the fulfilment order. */
            id: components["schemas"]["FulfillmentOrderId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where it stands; a function of its shipments. */
            status: components["schemas"]["FulfillmentStatus"];
            /**
             * Format: date-time
             * @description When everything had arrived.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /** @description Whether a hold is open. */
            on_hold: boolean;
            /** @description The fulfilment order that took its units over. */
            merged_into_id: components["schemas"]["FulfillmentOrderId"] | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description Units of an order line to prepare. */
        FulfillmentItem: {
            /** @description Id of the item. */
            id: components["schemas"]["FulfillmentItemId"];
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What is printed on the invoice. */
            description: string;
            /** @description True when every unit ships with a registered device. */
            is_provisionable: boolean;
            /** @description Pieces to prepare. */
            quantity: number;
            /** @description Pieces in shipments that are not cancelled. */
            allocated: number;
            /** @description Pieces in no shipment yet. */
            remaining: number;
            /** @description Where the pieces are. */
            units: components["schemas"]["Units"];
        };
        /** @description A fulfilment order with what is to be prepared. */
        Fulfillment: {
            /** @description Id of the fulfilment order. */
            id: components["schemas"]["FulfillmentOrderId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where it stands; a function of its shipments. */
            status: components["schemas"]["FulfillmentStatus"];
            /**
             * Format: date-time
             * @description When everything had arrived.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /** @description Whether a hold is open. */
            on_hold: boolean;
            /** @description The fulfilment order that took its units over. */
            merged_into_id: components["schemas"]["FulfillmentOrderId"] | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description What is to be prepared. */
            items: components["schemas"]["FulfillmentItem"][];
            /** @description Its shipments, oldest first. */
            shipments: components["schemas"]["ShipmentBrief"][];
            /** @description Its holds, newest first, released ones included. */
            holds: components["schemas"]["FulfillmentHold"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
        };
        /** @description A hold to place. */
        PlaceHold: {
            /** @description Why. */
            reason: components["schemas"]["HoldReason"];
            /** @description What colleagues should know. */
            note?: string;
        };
        /** @description The end of a hold. */
        ReleaseHold: {
            /** @description What was done about it. */
            note?: string;
        };
        /** @description Units that move. */
        SplitFulfillmentItem: {
            /** @description The fulfilment item. */
            fulfillment_item_id: components["schemas"]["FulfillmentItemId"];
            /** @description Pieces that move. */
            quantity: number;
        };
        /** @description Units that move into a new fulfilment order. */
        SplitFulfillment: {
            /** @description What moves. */
            items: components["schemas"]["SplitFulfillmentItem"][];
        };
        /** @description Fulfilment orders to take over. */
        MergeFulfillments: {
            /** @description Others of the same order. */
            fulfillment_order_ids: components["schemas"]["FulfillmentOrderId"][];
        };
        /** @description Units of an order line to prepare. */
        CreateFulfillmentItem: {
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description Pieces. */
            quantity: number;
        };
        /** @description Units of an order to prepare together. */
        CreateFulfillment: {
            /** @description The order; it must be paid. */
            order_id: components["schemas"]["OrderId"];
            /** @description What to prepare; everything that is left when absent. */
            items?: components["schemas"]["CreateFulfillmentItem"][];
        };
        /** @description Units of a fulfilment item in one parcel. */
        CreateShipmentItem: {
            /** @description The fulfilment item. */
            fulfillment_item_id: components["schemas"]["FulfillmentItemId"];
            /** @description Pieces in this parcel. */
            quantity: number;
            /** @description Devices that ship, one per unit; may follow later. */
            serial_numbers?: components["schemas"]["ScannedSerial"][];
            /** @description What customs call it; as the product says when absent. */
            hs_code?: components["schemas"]["HsCode"] | null;
            /** @description Where it was made; as the product says when absent. */
            origin_country?: components["schemas"]["Country"] | null;
        };
        /** @description A parcel to draft. */
        CreateShipment: {
            /** @description What goes into the parcel. */
            items: components["schemas"]["CreateShipmentItem"][];
            /** @description An address of the company's book. Either this or address. */
            address_id?: components["schemas"]["AddressId"];
            /** @description A place of nobody's book. Either this or address_id. */
            address?: components["schemas"]["AddressInput"];
            /** @description Where it goes, in full. Instead of address_id and address. */
            destination?: components["schemas"]["Destination"];
            /** @description What it weighs and measures, and what is declared. */
            parcel?: components["schemas"]["ParcelInput"];
            /** @description The courier. */
            courier_code?: components["schemas"]["CourierCode"];
            /** @description Tracking number. */
            tracking_number?: components["schemas"]["WrittenTrackingNumber"];
            /** @description Why the number is right although its check digit is not, or another open parcel has it; kept, and told on the timeline. */
            tracking_number_reason?: components["schemas"]["TrackingNumberReason"];
        } & ({
            /** @description This one and not the other. */
            address_id: unknown;
        } | {
            /** @description This one and not the other. */
            address: unknown;
        } | {
            /** @description This one and not the others. */
            destination: unknown;
        });
        /** @description A shipment as lists show it. */
        ShipmentSummary: {
            /** @description Id of the shipment. */
            id: components["schemas"]["ShipmentId"];
            /** @description The fulfilment order it serves. */
            fulfillment_order_id: components["schemas"]["FulfillmentOrderId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where it stands. */
            status: components["schemas"]["ShipmentStatus"];
            /** @description The courier's word, beside our own status. */
            tracking_status: components["schemas"]["TrackingStatus"];
            /** @description More of what the courier said. */
            tracking_detail: string | null;
            /** @description The address it was copied from; null for a place of nobody's book. */
            address_id: components["schemas"]["AddressId"] | null;
            /** @description Where it goes. */
            address_snapshot: components["schemas"]["AddressSnapshot"];
            /** @description The courier; null while nobody was chosen. */
            courier_code: string | null;
            /** @description Tracking number. */
            tracking_number: string | null;
            /** @description The courier's public page. */
            tracking_url: string | null;
            /** @description The courier's own word for the service, as its answers have it. */
            courier_service: string | null;
            /** @description Who carries it for a consolidator such as Chit Chats, in the consolidator's word. */
            carrier_code: string | null;
            /** @description The number under which that carrier knows it. */
            carrier_tracking_number: string | null;
            /**
             * Format: date-time
             * @description When it was ready to hand over.
             */
            ready_at: string | null;
            /**
             * Format: date-time
             * @description When the courier took it.
             */
            in_transit_at: string | null;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /**
             * Format: date-time
             * @description When a wrong delivery was last taken back.
             */
            delivery_corrected_at: string | null;
            /**
             * Format: date-time
             * @description When the last unit of it was written off under way.
             */
            written_off_at: string | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was drafted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description The device that is one unit of a parcel. */
        BoundDevice: {
            /** @description Which unit of the item, from 1. */
            unit_number: number;
            /** @description The device. */
            device_id: components["schemas"]["DeviceId"];
            /** @description Its serial number. */
            serial: string;
        };
        /** @description Units of a fulfilment item in this parcel. */
        ShipmentItem: {
            /** @description Id of the item. */
            id: components["schemas"]["ShipmentItemId"];
            /** @description The fulfilment item. */
            fulfillment_item_id: components["schemas"]["FulfillmentItemId"];
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What is printed on the invoice. */
            description: string;
            /** @description True when every unit needs a registered device. */
            is_provisionable: boolean;
            /** @description Pieces in this parcel. */
            quantity: number;
            /** @description Pieces of these that were lost or damaged. */
            written_off: number;
            /** @description What customs call it; null while neither the parcel nor the product says. */
            hs_code: string | null;
            /** @description Where it was made; null while neither the parcel nor the product says. */
            origin_country: string | null;
            /** @description Devices bound now, by unit. */
            devices: components["schemas"]["BoundDevice"][];
        };
        /** @description An automation step of the parcel, in short. */
        ShipmentAutomationStep: {
            /** @description Id of the step. */
            id: components["schemas"]["AutomationStepId"];
            /** @description What is to be done. */
            scenario: string;
            /** @description Where the step stands. */
            status: components["schemas"]["AutomationStepStatus"];
            /** @description Serial number of the device. */
            device_serial: string;
            /** @description Attempts made. */
            attempts: number;
            /** @description Attempts allowed. */
            max_attempts: number;
            /** @description What went wrong last. */
            last_error: string | null;
        };
        /** @description A scan as the courier reported it. */
        CourierEvent: {
            /** @description Id of the event. */
            id: components["schemas"]["CourierEventId"];
            /** @description The courier's own code. */
            code: string;
            /** @description The courier's own words. */
            description: string;
            /** @description The canonical tracking status it maps to. */
            canonical: string;
            /** @description Canonical detail beside the status. */
            detail: string | null;
            /**
             * Format: date-time
             * @description When it happened; null when the courier gave no zone.
             */
            occurred_at: string | null;
            /** @description Where it happened. */
            place: string | null;
            /**
             * @description How we learnt of it.
             * @enum {string}
             */
            source: "push" | "poll" | "manual";
            /**
             * Format: date-time
             * @description When we learnt of it.
             */
            received_at: string;
        };
        /** @description A shipment with its contents and what the courier said. */
        Shipment: {
            /** @description Id of the shipment. */
            id: components["schemas"]["ShipmentId"];
            /** @description The fulfilment order it serves. */
            fulfillment_order_id: components["schemas"]["FulfillmentOrderId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description Number of the order. */
            order_number: string;
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Name of the buying company. */
            company_name: string;
            /** @description Where it stands. */
            status: components["schemas"]["ShipmentStatus"];
            /** @description The courier's word, beside our own status. */
            tracking_status: components["schemas"]["TrackingStatus"];
            /** @description More of what the courier said. */
            tracking_detail: string | null;
            /** @description The address it was copied from; null for a place of nobody's book. */
            address_id: components["schemas"]["AddressId"] | null;
            /** @description Where it goes. */
            address_snapshot: components["schemas"]["AddressSnapshot"];
            /** @description The courier; null while nobody was chosen. */
            courier_code: string | null;
            /** @description Tracking number. */
            tracking_number: string | null;
            /** @description The courier's public page. */
            tracking_url: string | null;
            /** @description The courier's own word for the service, as its answers have it. */
            courier_service: string | null;
            /** @description Who carries it for a consolidator such as Chit Chats, in the consolidator's word. */
            carrier_code: string | null;
            /** @description The number under which that carrier knows it. */
            carrier_tracking_number: string | null;
            /**
             * Format: date-time
             * @description When it was ready to hand over.
             */
            ready_at: string | null;
            /**
             * Format: date-time
             * @description When the courier took it.
             */
            in_transit_at: string | null;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at: string | null;
            /**
             * Format: date-time
             * @description When a wrong delivery was last taken back.
             */
            delivery_corrected_at: string | null;
            /**
             * Format: date-time
             * @description When the last unit of it was written off under way.
             */
            written_off_at: string | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was drafted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description The parcel as a package. */
            parcel: components["schemas"]["Parcel"];
            /** @description What customs would ask and nobody has said. It holds back mark_ready only for another country. */
            customs_missing: string[];
            /** @description What is in the parcel. */
            items: components["schemas"]["ShipmentItem"][];
            /** @description Provisioning of its devices. */
            automation_steps: components["schemas"]["ShipmentAutomationStep"][];
            /** @description The 50 newest scans, newest first. */
            courier_events: components["schemas"]["CourierEvent"][];
            /** @description Lost and damaged units, oldest first, reversed ones included. */
            write_offs: components["schemas"]["WriteOff"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
        };
        /** @description Units of the parcel that were lost or damaged; reversed when they turned up. */
        WriteOff: {
            /** @description Id of the write-off. */
            id: components["schemas"]["WriteOffId"];
            /** @description The case it belongs to. */
            case_id: components["schemas"]["CaseId"];
            /** @description The item of the parcel. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description Pieces. */
            quantity: number;
            /** @description Which devices. */
            serial_numbers: string[];
            /** @description What became of them. */
            cause: components["schemas"]["WriteOffCause"];
            /** @description What colleagues should know. */
            note: string | null;
            /** @description Who wrote them off. */
            written_off_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            written_off_at: string;
            /** @description Who took it back. */
            reversed_by: string | null;
            /**
             * Format: date-time
             * @description When it was taken back; null while it stands.
             */
            reversed_at: string | null;
            /** @description Why it was taken back. */
            reverse_reason: string | null;
        };
        /** @description A delivery that was none. */
        CorrectDelivery: {
            /**
             * @description Where the parcel is after all.
             * @enum {string}
             */
            to: "in_transit" | "returned";
            /** @description How that is known. */
            reason: string;
            /**
             * @description What becomes of steps that the delivery began. keep leaves them; cancel_pending calls those off that wait or failed; revert also asks a person to undo what was set up.
             * @enum {string}
             */
            automation: "keep" | "cancel_pending" | "revert";
        };
        /** @description Units that were lost or damaged. */
        WriteOffItem: {
            /** @description The item of the parcel. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Pieces. */
            quantity: number;
            /** @description Which devices; one per piece where the product has them. */
            serial_numbers?: components["schemas"]["SerialNumber"][];
            /** @description What became of them. */
            cause: components["schemas"]["WriteOffCause"];
            /** @description What colleagues should know. */
            note?: string;
        };
        /** @description Units to write off. */
        WriteOffUnits: {
            /** @description The open case of the order that they belong to; a new one is opened when absent. */
            case_id?: components["schemas"]["CaseId"];
            /** @description What is no more. */
            items: components["schemas"]["WriteOffItem"][];
        };
        /** @description Units that turned up. */
        ReverseWriteOff: {
            /** @description Where they were. */
            reason: string;
        };
        /** @description An item from now on: its quantity in draft, its devices and customs facts until hand-over. Absent fields stay. */
        ChangeShipmentItem: {
            /** @description The shipment item. Either this or fulfillment_item_id. */
            shipment_item_id?: components["schemas"]["ShipmentItemId"];
            /** @description The fulfilment item, which joins the parcel when it is not in it. Either this or shipment_item_id. */
            fulfillment_item_id?: components["schemas"]["FulfillmentItemId"];
            /** @description Pieces in this parcel; none takes the item out. */
            quantity?: number;
            /** @description The full set of devices, unit 1 first. */
            serial_numbers?: components["schemas"]["ScannedSerial"][];
            /** @description What customs call it; as the product says when absent. */
            hs_code?: components["schemas"]["HsCode"] | null;
            /** @description Where it was made; as the product says when absent. */
            origin_country?: components["schemas"]["Country"] | null;
        } & ({
            /** @description This one and not the other. */
            shipment_item_id: unknown;
        } | {
            /** @description This one and not the other. */
            fulfillment_item_id: unknown;
        });
        /** @description What to change before hand-over; absent fields stay, null clears. */
        ChangeShipment: {
            /** @description The courier. */
            courier_code?: components["schemas"]["CourierCode"] | null;
            /** @description Tracking number. */
            tracking_number?: components["schemas"]["WrittenTrackingNumber"] | null;
            /** @description Why the number is right although its check digit is not, or another open parcel has it; kept, and told on the timeline. */
            tracking_number_reason?: components["schemas"]["TrackingNumberReason"];
            /** @description An address of the company's book. Not together with address. */
            address_id?: components["schemas"]["AddressId"];
            /** @description A place of nobody's book. Not together with address_id. */
            address?: components["schemas"]["AddressInput"];
            /** @description Where it goes, in full. Instead of address_id and address. */
            destination?: components["schemas"]["Destination"];
            /** @description What it weighs and measures, and what is declared; absent fields stay, null clears. */
            parcel?: components["schemas"]["ParcelInput"];
            /** @description Quantities, devices and customs facts of the items. */
            items?: components["schemas"]["ChangeShipmentItem"][];
        } & (unknown & unknown & unknown);
        /** @description A move of the shipment. */
        ChangeShipmentStatus: {
            /** @description What to do. */
            move: components["schemas"]["ShipmentMove"];
            /** @description Why; needed to cancel. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it happened; now when absent. Not in the future, nor before the parcel's last move.
             */
            at?: string;
        };
        /** @description What the first set-up of a sensor by us may be told. */
        VendorFirstTimePayload: {
            /** @description What the place of the sensor is called. */
            asset_name?: string;
            /** @description Where the sensor is mounted. */
            location?: string;
            /** @description How often it reports. */
            reporting_interval_minutes?: number;
        };
        /** @description What the first set-up of a sensor by a partner is told. */
        PartnerFirstTimePayload: {
            /** @description What the place of the sensor is called. */
            asset_name?: string;
            /** @description Where the sensor is mounted. */
            location?: string;
            /** @description How often it reports. */
            reporting_interval_minutes?: number;
            /** @description The partner's reference in the legacy system. */
            partner_ref: string;
        };
        /** @description What the set-up of a sensor that takes the place of another is told. */
        VendorReplacementPayload: {
            /** @description The sensor whose place it takes. */
            old_serial: components["schemas"]["SerialNumber"];
            /** @description What the place of the sensor is called. */
            asset_name?: string;
            /** @description Where the sensor is mounted. */
            location?: string;
            /** @description How often it reports. */
            reporting_interval_minutes?: number;
        };
        /** @description What the set-up by a partner of a sensor that takes the place of another is told. */
        PartnerReplacementPayload: {
            /** @description The sensor whose place it takes. */
            old_serial: components["schemas"]["SerialNumber"];
            /** @description The partner's reference in the legacy system. */
            partner_ref: string;
            /** @description What the place of the sensor is called. */
            asset_name?: string;
            /** @description Where the sensor is mounted. */
            location?: string;
            /** @description How often it reports. */
            reporting_interval_minutes?: number;
        };
        /** @description What the return of a sensor may be told. */
        SensorReturnPayload: {
            /** @description Why it comes back. */
            reason?: string;
        };
        /**
         * @description What is done for a unit.
         * @enum {string}
         */
        AutomationScenario: "sensor_vendor_first_time" | "sensor_partner_first_time" | "sensor_vendor_replacement" | "sensor_partner_replacement" | "sensor_return";
        /** @description A step for one unit, which is named by its number or by the serial of its device. The payload follows the scenario. */
        StepToPlan: {
            /** @description The shipment item. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Which unit of it, from 1. Either this or serial. */
            unit_number?: number;
            /** @description The device that is the unit. Either this or unit_number. */
            serial?: components["schemas"]["ScannedSerial"];
            /** @description What is to be done. */
            scenario: components["schemas"]["AutomationScenario"];
            /** @description What the scenario is told. */
            payload?: {
                [key: string]: unknown;
            };
            /** @description True when delivery shall not do it; the note says why. */
            skip?: boolean;
            /** @description For people. Needed for a step that is skipped. */
            note?: string | null;
        } & (({
            /** @description This one and not the other. */
            unit_number: unknown;
        } | {
            /** @description This one and not the other. */
            serial: unknown;
        }) & unknown & unknown & unknown & unknown & unknown);
        /** @description A unit that goes back to what delivery does by itself. */
        UnitToReset: {
            /** @description The shipment item. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Which unit of it, from 1. Either this or serial. */
            unit_number?: number;
            /** @description The device that is the unit. Either this or unit_number. */
            serial?: components["schemas"]["ScannedSerial"];
        } & ({
            /** @description This one and not the other. */
            unit_number: unknown;
        } | {
            /** @description This one and not the other. */
            serial: unknown;
        });
        /** @description Steps of some units; the plan of each unit that is named is replaced. */
        PlanAutomationSteps: {
            /** @description What is to be done; one step for each unit and scenario. */
            steps?: components["schemas"]["StepToPlan"][];
            /** @description Units whose plan is forgotten. */
            reset?: components["schemas"]["UnitToReset"][];
        };
        /** @description A step of a unit. */
        UnitStep: {
            /** @description What is done. */
            scenario: string;
            /** @description What the scenario is told; from delivery on with what delivery adds. */
            payload: {
                [key: string]: unknown;
            };
            /** @description True when delivery does not do it. */
            skip: boolean;
            /** @description What was noted about it. */
            note: string | null;
            /** @description The step that delivery queued. */
            automation_step_id: components["schemas"]["AutomationStepId"] | null;
            /** @description Where that step stands. */
            status: components["schemas"]["AutomationStepStatus"] | null;
        };
        /** @description A unit that is set up after delivery. */
        PlannedUnit: {
            /** @description The shipment item. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description Which unit of it, from 1. */
            unit_number: number;
            /** @description Its device; null while none is bound. */
            device_id: components["schemas"]["DeviceId"] | null;
            /** @description Serial number of that device. */
            serial: string | null;
            /** @description True when nobody planned anything. */
            is_default: boolean;
            /** @description What is done for it. */
            steps: components["schemas"]["UnitStep"][];
        };
        /** @description What delivery queues for each unit of a shipment. */
        AutomationPlan: {
            /** @description The shipment. */
            shipment_id: components["schemas"]["ShipmentId"];
            /** @description Where it stands. */
            status: components["schemas"]["ShipmentStatus"];
            /** @description False from hand-over on. */
            is_editable: boolean;
            /** @description Of the shipment; the ETag. */
            version: number;
            /** @description Its provisionable units. */
            units: components["schemas"]["PlannedUnit"][];
        };
        /** @description What the step's scenario is told from now on. */
        ChangeAutomationStep: {
            /** @description The step's own scenario, which says what the payload must be. */
            scenario: components["schemas"]["AutomationScenario"];
            /** @description What the scenario is told. */
            payload: {
                [key: string]: unknown;
            };
        } & (unknown & unknown & unknown & unknown & unknown);
        /** @description An amount with its currency. */
        AmountOfMoney: {
            /** @description In the currency's smallest unit. */
            amount_minor: number;
            /** @description ISO 4217 currency. */
            currency: components["schemas"]["Currency"];
        };
        /** @description A parcel as a package. */
        ParcelInput: {
            /** @description What it weighs, in grams. */
            weight_grams?: number | null;
            /** @description Longest side, in millimetres. */
            length_mm?: number | null;
            /** @description Second side, in millimetres. */
            width_mm?: number | null;
            /** @description Third side, in millimetres. */
            height_mm?: number | null;
            /** @description What it is worth; the order's prices when nothing is said. */
            value?: components["schemas"]["AmountOfMoney"] | null;
            /** @description What is inside, for customs. */
            contents_description?: string | null;
            /**
             * @description Why it is sent, for customs.
             * @enum {string|null}
             */
            contents_type?: "merchandise" | "sample" | "gift" | "documents" | "returned_goods" | "other" | null;
            /**
             * @description Who pays and bears what on the way.
             * @enum {string|null}
             */
            incoterm?: "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | null;
        };
        /** @description A parcel as a package. Weight and value follow from the contents where nothing else was said. */
        Parcel: {
            /** @description What it weighs, in grams. */
            weight_grams: number | null;
            /** @description Longest side, in millimetres. */
            length_mm: number | null;
            /** @description Second side, in millimetres. */
            width_mm: number | null;
            /** @description Third side, in millimetres. */
            height_mm: number | null;
            /** @description What it is worth. */
            value: components["schemas"]["AmountOfMoney"] | null;
            /** @description What is inside, for customs. */
            contents_description: string | null;
            /** @description Why it is sent, for customs. */
            contents_type: string | null;
            /** @description Who pays and bears what on the way. */
            incoterm: string | null;
        };
        /** @description From the company's book, as a former shipment of the company, or a place that is written down here. */
        Destination: {
            /** @description An address of the company's book. */
            address_id?: components["schemas"]["AddressId"];
            /** @description A shipment of the same company that goes or went there. */
            from_shipment_id?: components["schemas"]["ShipmentId"];
            /** @description A place. */
            address?: components["schemas"]["AddressInput"];
            /** @description Whether the place joins the company's book, by the rules of its country; one that is there already is used. */
            save_to_book?: boolean;
        } & ({
            /** @description This one and not the others. */
            address_id: unknown;
        } | {
            /** @description This one and not the others. */
            from_shipment_id: unknown;
        } | {
            /** @description This one and not the others. */
            address: unknown;
        });
        /** @description Parcels to draft together. */
        CreateShipments: {
            /** @description The parcels. */
            shipments: components["schemas"]["CreateShipment"][];
        };
        /** @description Parcels that were drafted together. */
        ShipmentsCreated: {
            /** @description In the order in which they were asked for. */
            data: components["schemas"]["Shipment"][];
        };
        /** @description An item of a fulfilment order as the builder of parcels needs it. */
        PackableItem: {
            /** @description The fulfilment item. */
            fulfillment_item_id: components["schemas"]["FulfillmentItemId"];
            /** @description The order line. */
            order_item_id: components["schemas"]["OrderItemId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What is printed on the invoice. */
            description: string;
            /** @description True when every unit ships with a registered device. */
            is_provisionable: boolean;
            /** @description Pieces to prepare. */
            quantity: number;
            /** @description Pieces in shipments that are not cancelled. */
            allocated: number;
            /** @description Pieces in no shipment yet. */
            remaining: number;
            /** @description Of the remaining pieces, those that will need a device. */
            provisionable: number;
            /** @description Devices of the product in no shipment and with no company. */
            available_devices: number;
            /** @description What the product says for customs. */
            hs_code: string | null;
            /** @description Where the product is made. */
            origin_country: string | null;
            /** @description What one piece weighs. */
            weight_grams: number | null;
            /** @description What one piece was sold for. */
            unit_value_minor: number;
        };
        /** @description A place of the company's book. */
        BookDestination: {
            /** @description The address. */
            address_id: components["schemas"]["AddressId"];
            /** @description The place. */
            address_snapshot: components["schemas"]["AddressSnapshot"];
            /** @description True for the company's default for shipping. */
            is_default: boolean;
            /**
             * Format: date-time
             * @description When a shipment or order last used it.
             */
            last_used_at: string | null;
        };
        /** @description A place to which shipments of the company went. */
        PastDestination: {
            /** @description The newest of them, for from_shipment_id. */
            shipment_id: components["schemas"]["ShipmentId"];
            /** @description The address of the book that it came from, while it stands there. */
            address_id: components["schemas"]["AddressId"] | null;
            /** @description The place. */
            address_snapshot: components["schemas"]["AddressSnapshot"];
            /**
             * Format: date-time
             * @description When the newest of them was drafted.
             */
            last_used_at: string;
            /** @description How many there were. */
            shipments: number;
        };
        /** @description A page of former destinations, by last use. */
        PastDestinationList: {
            /** @description The page. */
            data: components["schemas"]["PastDestination"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A courier that may be chosen. */
        EnabledCourier: {
            /** @description Code of the courier. */
            courier_code: components["schemas"]["CourierCode"];
            /** @description Name for people. */
            name: string;
        };
        /** @description What parcels can be made of a fulfilment order. */
        ShipmentOptions: {
            /** @description The fulfilment order. */
            fulfillment_order_id: components["schemas"]["FulfillmentOrderId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description The buying company. */
            company_id: components["schemas"]["CompanyId"];
            /** @description Where the fulfilment order stands. */
            status: string;
            /** @description Currency of the order. */
            currency: components["schemas"]["Currency"];
            /** @description Where parcels leave from; another one needs a customs declaration. */
            sender_country: components["schemas"]["Country"];
            /** @description Its items with what is left of them. */
            items: components["schemas"]["PackableItem"][];
            /** @description The company's book, its default first, then by last use; at most 100. */
            book: components["schemas"]["BookDestination"][];
            /** @description The 25 places used last; listPastDestinations has the rest. */
            past_destinations: components["schemas"]["PastDestination"][];
            /** @description Couriers that are offered, by code. */
            couriers: components["schemas"]["EnabledCourier"][];
        };
        /** @description A courier we can ship with. */
        Courier: {
            /** @description Code of the courier. */
            courier_code: string;
            /** @description Name for people. */
            name: string;
            /** @description Public tracking page; {number} stands for the tracking number. */
            tracking_url_template: string;
            /** @description False when it is neither offered, nor asked, nor heard. */
            enabled: boolean;
            /** @description Days after hand-over by which a parcel should have arrived. */
            delivery_sla_days: number;
            /** @description The same for services that differ, by the courier's word for the service. */
            delivery_sla_days_by_service: {
                [key: string]: number;
            };
            /** @description Which adapter speaks to it. */
            adapter: string;
            /**
             * @description Whether the courier tells us, is asked, or both; not every courier can do each.
             * @enum {string}
             */
            tracking_mode: "none" | "push" | "poll" | "push_and_poll";
            /** @description How often it is asked about a parcel. */
            polling: components["schemas"]["CourierPolling"];
            /** @description How often it may be called. */
            calls: components["schemas"]["CourierCalls"];
            /** @description Name of the signing secret among the settings, for the generic adapter. */
            secret_reference: string | null;
            /**
             * Format: date-time
             * @description When it is called again; null while it is called.
             */
            paused_until: string | null;
            /** @description Why it is not called. */
            pause_reason: string | null;
            /**
             * @description Told to wait, not accepted, or left alone after failures in a row.
             * @enum {string|null}
             */
            pause_kind: "throttled" | "misconfigured" | "failing" | null;
            /** @description Pushes of this UTC day whose signature did not hold. */
            rejected_pushes_today: number;
            /** @description Version of the configuration. */
            version: number;
            /**
             * Format: date-time
             * @description When it was configured last.
             */
            updated_at: string;
        };
        /** @description How often a courier is asked about a parcel. */
        CourierPolling: {
            /** @description Seconds between two polls, by the parcel's tracking status. */
            seconds_by_status: {
                [key: string]: number;
            };
            /** @description From so many days after a parcel was ready, its interval is so many times as long. */
            ageing: {
                /** @description Days. */
                after_days: number;
                /** @description How many times as long. */
                times: number;
            }[];
            /** @description The shortest interval where the courier pushes as well. */
            net_seconds: number;
            /** @description Days after which a parcel is no longer asked about. */
            age_limit_days: number;
            /** @description Days for which "not found" is normal. */
            not_found_days: number;
        };
        /** @description How often a courier may be called, by all of us together. */
        CourierCalls: {
            /** @description Calls that may follow each other at once. */
            burst: number;
            /** @description Calls that come back in the time. */
            refill: number;
            /** @description The time. */
            refill_seconds: number;
            /** @description Calls of a UTC day; null where none are counted. */
            per_day: number | null;
        };
        /** @description What to change of the polling; absent fields stay. */
        ChangeCourierPolling: {
            /** @description Seconds between two polls, by the parcel's tracking status. */
            seconds_by_status?: {
                [key: string]: number;
            };
            /** @description From so many days after a parcel was ready, its interval is so many times as long. */
            ageing?: {
                /** @description Days. */
                after_days: number;
                /** @description How many times as long. */
                times: number;
            }[];
            /** @description The shortest interval where the courier pushes as well. */
            net_seconds?: number;
            /** @description Days after which a parcel is no longer asked about. */
            age_limit_days?: number;
            /** @description Days for which "not found" is normal. */
            not_found_days?: number;
        };
        /** @description What to change of the budget; absent fields stay. */
        ChangeCourierCalls: {
            /** @description Calls that may follow each other at once. */
            burst?: number;
            /** @description Calls that come back in the time. */
            refill?: number;
            /** @description The time. */
            refill_seconds?: number;
            /** @description Calls of a UTC day; null where none are counted. */
            per_day?: number | null;
        };
        /** @description A courier to add. */
        CreateCourier: {
            /** @description Code of the courier. */
            courier_code: components["schemas"]["CourierCode"];
            /** @description Name for people. */
            name: string;
            /** @description Public tracking page; {number} stands for the tracking number. */
            tracking_url_template: string;
            /** @description False when it is neither offered, nor asked, nor heard. */
            enabled?: boolean;
            /** @description Days after hand-over by which a parcel should have arrived. */
            delivery_sla_days?: number;
            /** @description The same for services that differ, by the courier's word for the service. */
            delivery_sla_days_by_service?: {
                [key: string]: number;
            };
            /** @description Name of the signing secret among the settings, for the generic adapter. */
            secret_reference?: string | null;
        };
        /** @description What to change; absent fields stay. */
        ChangeCourier: {
            /** @description Name for people. */
            name?: string;
            /** @description Public tracking page; {number} stands for the tracking number. */
            tracking_url_template?: string;
            /** @description False when it is neither offered, nor asked, nor heard. */
            enabled?: boolean;
            /** @description Days after hand-over by which a parcel should have arrived. */
            delivery_sla_days?: number;
            /** @description The same for services that differ, by the courier's word for the service. */
            delivery_sla_days_by_service?: {
                [key: string]: number;
            };
            /**
             * @description Whether the courier tells us, is asked, or both; not every courier can do each.
             * @enum {string}
             */
            tracking_mode?: "none" | "push" | "poll" | "push_and_poll";
            /** @description How often it is asked about a parcel. */
            polling?: components["schemas"]["ChangeCourierPolling"];
            /** @description How often it may be called. */
            calls?: components["schemas"]["ChangeCourierCalls"];
            /** @description Name of the signing secret among the settings, for the generic adapter. */
            secret_reference?: string | null;
        };
        /** @description What a tracking number tells of itself. */
        TrackingNumberReading: {
            /** @description The number without spaces and dashes. */
            tracking_number: string;
            /** @description Couriers it may be of, those whose check it passes first. */
            candidates: components["schemas"]["TrackingCandidate"][];
        };
        /** @description A courier that a number may be of. */
        TrackingCandidate: {
            /** @description Code of the courier. */
            courier_code: string;
            /** @description Name for people. */
            name: string;
            /** @description The kind of number. */
            format: string;
            /** @description As the courier is asked. */
            tracking_number: string;
            /**
             * @description Whether the check digit fits; none where the format has none.
             * @enum {string}
             */
            check: "passed" | "failed" | "none";
            /** @description Which digit would fit; null where it does. */
            expected_check_digit: string | null;
            /** @description The courier's public page. */
            tracking_url: string;
        };
        /** @description The legacy system's view of a device. */
        DeviceMirror: {
            /** @description Status in the legacy system. */
            legacy_status: string;
            /** @description Revision in the legacy system. */
            revision: number;
            /**
             * Format: date-time
             * @description When we last looked.
             */
            refreshed_at: string;
        };
        /** @description A registered sensor. */
        Device: {
            /** @description Id of the device. */
            id: components["schemas"]["DeviceId"];
            /** @description Serial number. */
            serial: components["schemas"]["SerialNumber"];
            /** @description The product it is a unit of. */
            product_id: components["schemas"]["ProductId"];
            /** @description Stock keeping unit of the product. */
            sku: string;
            /** @description The shipment to which it is bound now. */
            shipment_id: components["schemas"]["ShipmentId"] | null;
            /** @description The company that holds it now. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The legacy system's view; null before the first look. */
            mirror: components["schemas"]["DeviceMirror"] | null;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            created_at: string;
        };
        /** @description Devices of one product to register. */
        RegisterDevices: {
            /** @description Stock keeping unit of a provisionable product. */
            sku: components["schemas"]["Sku"];
            /** @description Serial numbers; each must be new. */
            serials: components["schemas"]["SerialNumber"][];
        };
        /** @description The devices that were registered. */
        DevicesRegistered: {
            /** @description The devices in the order in which they were given. */
            data: components["schemas"]["Device"][];
        };
        /** @description An automation step as lists show it. */
        AutomationStepSummary: {
            /** @description Id of the step. */
            id: components["schemas"]["AutomationStepId"];
            /** @description The shipment item. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description The shipment. */
            shipment_id: components["schemas"]["ShipmentId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description The company that receives the device. */
            company_id: components["schemas"]["CompanyId"];
            /** @description The device. */
            device_id: components["schemas"]["DeviceId"];
            /** @description Its serial number. */
            device_serial: string;
            /** @description Which unit of the shipment item, from 1. */
            unit_number: number;
            /** @description What is to be done. */
            scenario: string;
            /** @description What the scenario needs to know. */
            payload: {
                [key: string]: unknown;
            };
            /** @description Where the step stands. */
            status: components["schemas"]["AutomationStepStatus"];
            /** @description Attempts made. */
            attempts: number;
            /** @description Attempts allowed, copied from the scenario's configuration. */
            max_attempts: number;
            /**
             * Format: date-time
             * @description When it was last tried.
             */
            last_attempted_at: string | null;
            /**
             * Format: date-time
             * @description When it will be tried again.
             */
            next_attempt_at: string | null;
            /** @description What went wrong last. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it succeeded.
             */
            succeeded_at: string | null;
            /**
             * Format: date-time
             * @description When a person took over.
             */
            fallback_triggered_at: string | null;
            /** @description What that person did. */
            fallback_notes: string | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description A call to the legacy bridge. */
        LegacyCall: {
            /** @description Id of the call. */
            id: components["schemas"]["LegacyCallId"];
            /** @description HTTP method. */
            method: string;
            /** @description Path at the bridge. */
            path: string;
            /** @description Correlation id sent with the call. */
            correlation_id: string;
            /** @description HTTP status of the answer; null when none came. */
            status_code: number | null;
            /** @description What went wrong. */
            error: string | null;
            /** @description Duration in milliseconds. */
            duration_ms: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            called_at: string;
        };
        /** @description An automation step with its calls. */
        AutomationStep: {
            /** @description Id of the step. */
            id: components["schemas"]["AutomationStepId"];
            /** @description The shipment item. */
            shipment_item_id: components["schemas"]["ShipmentItemId"];
            /** @description The shipment. */
            shipment_id: components["schemas"]["ShipmentId"];
            /** @description The order. */
            order_id: components["schemas"]["OrderId"];
            /** @description The company that receives the device. */
            company_id: components["schemas"]["CompanyId"];
            /** @description The device. */
            device_id: components["schemas"]["DeviceId"];
            /** @description Its serial number. */
            device_serial: string;
            /** @description Which unit of the shipment item, from 1. */
            unit_number: number;
            /** @description What is to be done. */
            scenario: string;
            /** @description What the scenario needs to know. */
            payload: {
                [key: string]: unknown;
            };
            /** @description Where the step stands. */
            status: components["schemas"]["AutomationStepStatus"];
            /** @description Attempts made. */
            attempts: number;
            /** @description Attempts allowed, copied from the scenario's configuration. */
            max_attempts: number;
            /**
             * Format: date-time
             * @description When it was last tried.
             */
            last_attempted_at: string | null;
            /**
             * Format: date-time
             * @description When it will be tried again.
             */
            next_attempt_at: string | null;
            /** @description What went wrong last. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it succeeded.
             */
            succeeded_at: string | null;
            /**
             * Format: date-time
             * @description When a person took over.
             */
            fallback_triggered_at: string | null;
            /** @description What that person did. */
            fallback_notes: string | null;
            /** @description Grows by one with every change; the ETag. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Calls to the legacy bridge, newest first. */
            calls: components["schemas"]["LegacyCall"][];
            /** @description Moves that are possible now. */
            allowed_moves: string[];
        };
        /** @description A person takes the step over. */
        TriggerFallback: {
            /** @description What was done instead. */
            notes: string;
        };
        /** @description Work that waits for a person. */
        ManualTask: {
            /** @description Id of the task. */
            id: components["schemas"]["ManualTaskId"];
            /** @description What kind of work waits. */
            kind: components["schemas"]["TaskKind"];
            /** @description Whether the work is done. */
            status: components["schemas"]["TaskStatus"];
            /** @description The work as a sentence. */
            title: string;
            /** @description Kind of the thing it is about. */
            related_type: string;
            /** @description Id of the thing it is about. */
            related_id: string;
            /** @description The order, when there is one. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description The company, when there is one. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description What the person needs to know. */
            details: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was done.
             */
            done_at: string | null;
            /** @description Who did it. */
            done_by: string | null;
        };
        /** @description How the work was done. */
        CompleteTask: {
            /** @description What was done. */
            notes?: string;
        };
        /** @description Who asked for an action. */
        Actor: {
            /**
             * @description What kind of caller it was.
             * @enum {string}
             */
            kind: "api_key" | "webhook" | "job" | "system";
            /** @description Its id. */
            id: string;
            /** @description Its name for people. */
            name: string;
        };
        /** @description An event of the timeline. */
        DomainEvent: {
            /** @description Dense position in the timeline. */
            seq: number;
            /** @description Id of the event. */
            event_id: components["schemas"]["EventId"];
            /** @description What happened, dotted and in the past tense. */
            event_type: string;
            /** @description Feature that said it. */
            source_module: string;
            /** @description Kind of the thing it happened to. */
            aggregate_type: string;
            /** @description Id of the thing it happened to. */
            aggregate_id: string;
            /** @description Version of that thing after the event. */
            aggregate_version: number;
            /** @description The company concerned. */
            company_id: components["schemas"]["CompanyId"] | null;
            /** @description The order concerned. */
            order_id: components["schemas"]["OrderId"] | null;
            /** @description The shipment concerned. */
            shipment_id: components["schemas"]["ShipmentId"] | null;
            /** @description Facts of the event. */
            payload: {
                [key: string]: unknown;
            };
            /** @description Who caused it. */
            actor: components["schemas"]["Actor"];
            /** @description Request or job that led to it. */
            correlation_id: string;
            /** @description The event or message that caused it. */
            causation_id: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurred_at: string;
            /**
             * Format: date-time
             * @description When it entered the timeline.
             */
            published_at: string;
        };
        /** @description One line of a timeline. */
        TimelineEntry: {
            /**
             * @description Which record it comes from.
             * @enum {string}
             */
            source: "domain" | "courier" | "payment" | "automation" | "legacy";
            /** @description Id of that record. */
            id: string;
            /** @description Type in that source's own words. */
            type: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description The entry as a person's sentence. */
            title: string;
            /** @description Who caused it, when known. */
            actor: components["schemas"]["Actor"] | null;
            /** @description Request or job that led to it, when known. */
            correlation_id: string | null;
            /** @description Position in the timeline of events; null for other sources. */
            seq: number | null;
            /** @description Facts of the entry. */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A job as lists show it. */
        JobRunSummary: {
            /** @description Id of the job run. */
            id: components["schemas"]["JobId"];
            /**
             * Format: uuid
             * @description The queue's own id of the job.
             */
            boss_id: string;
            /** @description Queue that runs it. */
            queue: string;
            /** @description What it does. */
            name: string;
            /** @description Live state of the job. */
            status: components["schemas"]["JobStatus"];
            /** @description Percent done. */
            progress: number;
            /** @description What it is doing. */
            progress_note: string | null;
            /** @description Attempts started. */
            attempt: number;
            /** @description Attempts allowed. */
            max_attempts: number;
            /** @description What went wrong last. */
            last_error: string | null;
            /** @description Kind of the thing it is about. */
            related_type: string | null;
            /** @description Id of the thing it is about. */
            related_id: string | null;
            /** @description Request or job that led to it. */
            correlation_id: string;
            /**
             * Format: date-time
             * @description When it was enqueued.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its newest attempt started.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended for good.
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it will be tried again.
             */
            next_retry_at: string | null;
        };
        /** @description One attempt of a job. */
        JobAttempt: {
            /** @description Counts the attempts from 1. */
            attempt: number;
            /** @description Who ran it. */
            worker: string;
            /**
             * Format: date-time
             * @description When it started.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /**
             * @description How it ended; null while it runs.
             * @enum {string|null}
             */
            outcome: "done" | "retry" | "give_up" | "handed_back" | "lost" | null;
            /** @description What went wrong. */
            error: string | null;
        };
        /** @description A job with its attempts. */
        JobRun: {
            /** @description Id of the job run. */
            id: components["schemas"]["JobId"];
            /**
             * Format: uuid
             * @description The queue's own id of the job.
             */
            boss_id: string;
            /** @description Queue that runs it. */
            queue: string;
            /** @description What it does. */
            name: string;
            /** @description Live state of the job. */
            status: components["schemas"]["JobStatus"];
            /** @description Percent done. */
            progress: number;
            /** @description What it is doing. */
            progress_note: string | null;
            /** @description Attempts started. */
            attempt: number;
            /** @description Attempts allowed. */
            max_attempts: number;
            /** @description What went wrong last. */
            last_error: string | null;
            /** @description Kind of the thing it is about. */
            related_type: string | null;
            /** @description Id of the thing it is about. */
            related_id: string | null;
            /** @description Request or job that led to it. */
            correlation_id: string;
            /**
             * Format: date-time
             * @description When it was enqueued.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its newest attempt started.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended for good.
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it will be tried again.
             */
            next_retry_at: string | null;
            /** @description Its attempts, oldest first. */
            attempts: components["schemas"]["JobAttempt"][];
        };
        /** @description One thing that must work. */
        ReadinessCheck: {
            /** @description What was checked. */
            name: string;
            /** @description Whether it works. */
            ok: boolean;
            /** @description What is wrong, when something is. */
            detail: string | null;
        };
        /** @description Whether this process can serve. */
        Readiness: {
            /**
             * @description Whether it can serve.
             * @enum {string}
             */
            status: "ready" | "not_ready";
            /** @description What was checked. */
            checks: components["schemas"]["ReadinessCheck"][];
        };
        /** @description This process runs. */
        Liveness: {
            /**
             * @description Always alive.
             * @enum {string}
             */
            status: "alive";
        };
        /** @description The push was stored. */
        WebhookReceived: {
            /** @description Always true. */
            received: boolean;
            /** @description True when the same event was stored before. */
            duplicate: boolean;
            /** @description What a courier wants to read back while it sets up its pushes. */
            challenge?: string;
        };
        /** @description Why a request was refused or failed (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description Page that explains this kind of problem.
             */
            type: string;
            /** @description The kind of problem in a few words; the same for every occurrence. */
            title: string;
            /** @description HTTP status. */
            status: number;
            /** @description What went wrong this time, as a sentence. */
            detail: string;
            /**
             * Format: uri-reference
             * @description Path of the request.
             */
            instance: string;
            /**
             * @description Stable code to branch on.
             * @enum {string}
             */
            code: "request_invalid" | "request_too_large" | "unauthenticated" | "permission_missing" | "not_found" | "route_not_found" | "method_not_allowed" | "media_type_not_supported" | "version_required" | "version_stale" | "idempotency_key_missing" | "idempotency_key_reused" | "signature_invalid" | "webhook_signature_invalid" | "move_not_allowed" | "already_exists" | "body_field_invalid" | "address_invalid" | "address_taken" | "company_mirror_taken" | "contact_email_taken" | "currency_mismatch" | "price_not_found" | "price_not_synced" | "company_archived" | "company_merged" | "company_merge_blocked" | "contact_archived" | "contact_merged" | "price_changed" | "prices_expired" | "sku_unknown" | "order_not_payable" | "payment_disputed" | "amount_exceeds_remaining" | "quantity_exceeds_remaining" | "device_not_available" | "device_wrong_product" | "serials_missing" | "serials_exceed_quantity" | "tracking_missing" | "courier_unknown" | "shipment_not_editable" | "destination_unknown" | "customs_missing" | "internal_error" | "unavailable" | "price_overlaps" | "product_has_prices" | "sku_taken" | "import_header_wrong" | "import_malformed" | "import_too_long" | "import_running" | "invoice_settled" | "checkout_refused" | "invoice_frozen" | "document_not_available" | "payment_of_other_company" | "billing_contact_missing" | "email_transport_missing" | "fulfillment_on_hold" | "tracking_number_impossible" | "check_digit_mismatch" | "tracking_number_taken";
            /** @description Faults of the request; empty when it was well formed. */
            errors: components["schemas"]["Fault"][];
            /** @description What the caller needs in order to act, by code; empty when there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
            /** @description The Request-Id of this answer. */
            request_id: string;
            /** @description True when the same request may succeed later. */
            retryable: boolean;
        };
        /** @description One fault of a request. */
        Fault: {
            /** @description JSON pointer into the body, or query/limit, header/if-match, path/orderId. */
            pointer: string;
            /** @description What is wrong there. */
            detail: string;
        };
        /** @description The provider's own document, stored byte for byte. */
        WebhookBody: {
            [key: string]: unknown;
        };
        /** @description A page of companies, newest first. */
        CompanyList: {
            /** @description The page. */
            data: components["schemas"]["Company"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of contacts, newest first. */
        ContactList: {
            /** @description The page. */
            data: components["schemas"]["Contact"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of addresses, newest first. */
        AddressList: {
            /** @description The page. */
            data: components["schemas"]["Address"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of imports, newest first. */
        ImportList: {
            /** @description The page. */
            data: components["schemas"]["Import"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of rows, in the order of the file. */
        ImportRowList: {
            /** @description The page. */
            data: components["schemas"]["ImportRow"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of products, by SKU. */
        ProductList: {
            /** @description The page. */
            data: components["schemas"]["Product"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of price book entries, newest first. */
        PriceBookEntryList: {
            /** @description The page. */
            data: components["schemas"]["PriceBookEntry"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of price drift, newest first. */
        PriceDriftList: {
            /** @description The page. */
            data: components["schemas"]["PriceDrift"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of orders, newest first. */
        OrderList: {
            /** @description The page. */
            data: components["schemas"]["OrderSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of a timeline, newest first. */
        TimelineEntryList: {
            /** @description The page. */
            data: components["schemas"]["TimelineEntry"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of invoices, newest first. */
        InvoiceList: {
            /** @description The page. */
            data: components["schemas"]["InvoiceSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of unapplied payments, newest first. */
        UnappliedPaymentList: {
            /** @description The page. */
            data: components["schemas"]["UnappliedPayment"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of payments, newest first. */
        PaymentList: {
            /** @description The page. */
            data: components["schemas"]["Payment"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of refunds, newest first. */
        RefundList: {
            /** @description The page. */
            data: components["schemas"]["Refund"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of credit notes, newest first. */
        CreditNoteList: {
            /** @description The page. */
            data: components["schemas"]["CreditNote"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of disputes, newest first. */
        DisputeList: {
            /** @description The page. */
            data: components["schemas"]["Dispute"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of fulfilment orders, newest first. */
        FulfillmentList: {
            /** @description The page. */
            data: components["schemas"]["FulfillmentSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of shipments, newest first. */
        ShipmentList: {
            /** @description The page. */
            data: components["schemas"]["ShipmentSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of couriers, by code. */
        CourierList: {
            /** @description The page. */
            data: components["schemas"]["Courier"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of devices, newest first. */
        DeviceList: {
            /** @description The page. */
            data: components["schemas"]["Device"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of automation steps, newest first. */
        AutomationStepList: {
            /** @description The page. */
            data: components["schemas"]["AutomationStepSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of tasks, newest first. */
        ManualTaskList: {
            /** @description The page. */
            data: components["schemas"]["ManualTask"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of events, oldest first. */
        DomainEventList: {
            /** @description The page. */
            data: components["schemas"]["DomainEvent"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description The seq to send as after_seq for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description A queue of background jobs. */
        JobQueue: {
            /** @description Its name. */
            name: string;
            /** @description Jobs that are due and not begun. */
            waiting: number;
            /** @description Jobs that run. */
            active: number;
            /** @description Jobs that are due later, retries among them. */
            delayed: number;
            /** @description Jobs that failed for good, since records began. */
            failed: number;
            /** @description For how long the oldest of those that wait is due; null when none waits. */
            oldest_waiting_seconds: number | null;
            /**
             * Format: date-time
             * @description Since when it starts no job; null while it does.
             */
            paused_at: string | null;
            /** @description Who paused it. */
            paused_by: string | null;
            /** @description Why. */
            pause_reason: string | null;
        };
        /** @description Every queue, by name. */
        JobQueueList: {
            /** @description The queues. */
            data: components["schemas"]["JobQueue"][];
        };
        /** @description Why a queue is paused. */
        PauseJobQueue: {
            /** @description What others should know. */
            reason: string;
        };
        /** @description A page of job runs, newest first. */
        JobRunList: {
            /** @description The page. */
            data: components["schemas"]["JobRunSummary"][];
            /** @description True when more follow. */
            has_more: boolean;
            /** @description What to send as cursor for the next page; null on the last. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The caller has just this answer already; sent for `If-None-Match`, without a body. */
        NotModified: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is malformed. */
        BadRequest: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody vouches for the caller. */
        Unauthenticated: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The API key lacks the permission. */
        Forbidden: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is not yours to see. */
        NotFound: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of things does not allow it, or the first request under this Idempotency-Key is still running. */
        Conflict: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody else changed it since the version in If-Match. */
        Stale: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than accepted. */
        TooLarge: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not of the type that the operation takes. */
        MediaTypeNotSupported: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is well formed but cannot be meant. */
        Invalid: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. */
        VersionRequired: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description We failed; the request id finds out why. */
        InternalError: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something we depend on does not answer; try again later. */
        Unavailable: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
         * @example f3a1c6d2-order-42
         */
        IdempotencyKey: string;
        /**
         * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
         * @example f3a1c6d2-order-42
         */
        RequiredIdempotencyKey: string;
        /**
         * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
         * @example "5"
         */
        IfMatch: string;
        /**
         * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
         * @example "5"
         */
        RequiredIfMatch: string;
        /**
         * @description Size of the page.
         * @example 25
         */
        Limit: number;
        /** @description next_cursor of the page before; opaque. */
        Cursor: string;
        /**
         * @description Id of a company.
         * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
         */
        CompanyId: components["schemas"]["CompanyId"];
        /**
         * @description Id of a contact.
         * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
         */
        ContactId: components["schemas"]["ContactId"];
        /** @description Only who holds this role. */
        ContactRole: components["schemas"]["ContactRole"];
        /** @description Only active, or only archived contacts; both when absent. */
        ContactActive: boolean;
        /**
         * @description Words that all occur in name, e-mail or number, whatever their case; digits find a number however it is written.
         * @example okafor
         */
        ContactQuery: string;
        /**
         * @description Id of an address.
         * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
         */
        AddressId: components["schemas"]["AddressId"];
        /**
         * @description Id of an import.
         * @example imp_01k6y3q8zvf4e9t2b7n5c0hwa1
         */
        ImportId: components["schemas"]["ImportId"];
        /**
         * @description The same verdicts, and nothing kept but the report.
         * @example true
         */
        DryRun: boolean;
        /**
         * @description Everything is checked and answered as if it were done; nothing is kept, and ids in the answer mean nothing.
         * @example true
         */
        ValidateOnly: boolean;
        /**
         * @description Only those of this company.
         * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
         */
        CompanyFilter: components["schemas"]["CompanyId"];
        /** @description Only of this order. */
        OrderFilter: components["schemas"]["OrderId"];
        /** @description Only of this invoice. */
        InvoiceFilter: components["schemas"]["InvoiceId"];
        /** @description Only with this status. */
        InvoiceStatusFilter: components["schemas"]["InvoiceStatus"];
        /** @description Only those that came to be like this. */
        InvoiceKindFilter: components["schemas"]["InvoiceKind"];
        /** @description Only those that are overdue by the calendar of their company, or only the others; both when absent. */
        OverdueFilter: boolean;
        /**
         * @description The number of the document, or its digits, so that `17` finds `INV-000017`.
         * @example INV-000017
         */
        InvoiceNumberFilter: string;
        /** @description Only in this currency. */
        CurrencyFilter: components["schemas"]["Currency"];
        /** @description Only issued on this date or later. */
        IssuedFrom: string;
        /** @description Only issued on this date or earlier. */
        IssuedTo: string;
        /** @description Only due on this date or later. */
        DueFrom: string;
        /** @description Only due on this date or earlier. */
        DueTo: string;
        /** @description Only received through this provider. */
        PaymentProviderFilter: components["schemas"]["PaymentProvider"];
        /** @description Only those of which something is neither allocated nor refunded, or only the others; both when absent. */
        UnappliedFilter: boolean;
        /** @description Only received at this instant or later. */
        ReceivedFrom: string;
        /** @description Only received before this instant. */
        ReceivedTo: string;
        /** @description Only of this payment. */
        PaymentFilter: components["schemas"]["PaymentRecordId"];
        /** @description Only with this status. */
        RefundStatusFilter: components["schemas"]["RefundStatus"];
        /** @description Only made at this instant or later. */
        CreatedFrom: string;
        /** @description Only made before this instant. */
        CreatedTo: string;
        /**
         * @description The first day, by the calendar of the company; from the first movement when absent.
         * @example 2026-10-01
         */
        StatementFrom: string;
        /**
         * @description The last day, by the calendar of the company; to the last movement when absent.
         * @example 2026-10-31
         */
        StatementTo: string;
        /** @description The currency of the account; that of the company when absent. */
        StatementCurrency: components["schemas"]["Currency"];
        /**
         * @description How things stood at the end of this day; as they stand now, by the calendar of each company, when absent.
         * @example 2026-10-31
         */
        AgedAt: string;
        /**
         * @description The currency; amounts of two are never added.
         * @example CAD
         */
        ReceivablesCurrency: components["schemas"]["Currency"];
        /**
         * @description The company whose account it is.
         * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
         */
        StatementCompany: components["schemas"]["CompanyId"];
        /**
         * @description Id of a price agreement.
         * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
         */
        PriceAgreementId: components["schemas"]["PriceAgreementId"];
        /**
         * @description Id of a product.
         * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
         */
        ProductId: components["schemas"]["ProductId"];
        /**
         * @description Id of a price book entry.
         * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
         */
        PriceBookEntryId: components["schemas"]["PriceBookEntryId"];
        /**
         * @description Id of a drift.
         * @example drf_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        PriceDriftId: components["schemas"]["PriceDriftId"];
        /**
         * @description Id of a reconciliation.
         * @example rcn_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        ReconciliationId: components["schemas"]["ReconciliationId"];
        /**
         * @description Id of a message.
         * @example eml_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        EmailDeliveryId: components["schemas"]["EmailDeliveryId"];
        /**
         * @description Id of a delivery.
         * @example whd_01k6y3q8zvf4e9t2b7n5c0hw81
         */
        WebhookDeliveryId: components["schemas"]["WebhookDeliveryId"];
        /**
         * @description Id of an order line.
         * @example oit_01k6y3q8zvf4e9t2b7n5c0hw11
         */
        OrderItemId: components["schemas"]["OrderItemId"];
        /**
         * @description Id of an order.
         * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
         */
        OrderId: components["schemas"]["OrderId"];
        /**
         * @description Id of an invoice.
         * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
         */
        InvoiceId: components["schemas"]["InvoiceId"];
        /**
         * @description Id of a payment.
         * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
         */
        PaymentId: components["schemas"]["PaymentRecordId"];
        /**
         * @description Id of an allocation of the payment.
         * @example pal_01k6y3q8zvf4e9t2b7n5c0hwd1
         */
        PaymentAllocationId: components["schemas"]["PaymentAllocationId"];
        /**
         * @description Id of an entry of the inbox.
         * @example unp_01k6y3q8zvf4e9t2b7n5c0hwe1
         */
        UnappliedPaymentId: components["schemas"]["UnappliedPaymentId"];
        /**
         * @description Id of a refund.
         * @example rfn_01k6y3q8zvf4e9t2b7n5c0hwg1
         */
        RefundId: components["schemas"]["RefundId"];
        /**
         * @description Id of a credit note.
         * @example crn_01k6y3q8zvf4e9t2b7n5c0hwh1
         */
        CreditNoteId: components["schemas"]["CreditNoteId"];
        /**
         * @description Id of a dispute.
         * @example dsp_01k6y3q8zvf4e9t2b7n5c0hwm1
         */
        DisputeId: components["schemas"]["DisputeId"];
        /**
         * @description Id of a fulfilment order.
         * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
         */
        FulfillmentOrderId: components["schemas"]["FulfillmentOrderId"];
        /**
         * @description Id of a case.
         * @example cas_01k6y3q8zvf4e9t2b7n5c0hwt1
         */
        CaseId: components["schemas"]["CaseId"];
        /**
         * @description Id of a return.
         * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
         */
        ReturnId: components["schemas"]["ReturnId"];
        /**
         * @description Id of a replacement.
         * @example rpl_01k6y3q8zvf4e9t2b7n5c0hwt6
         */
        ReplacementId: components["schemas"]["ReplacementId"];
        /**
         * @description Id of a hold.
         * @example fhd_01k6y3q8zvf4e9t2b7n5c0hwq1
         */
        HoldId: components["schemas"]["FulfillmentHoldId"];
        /**
         * @description Id of a write-off.
         * @example wof_01k6y3q8zvf4e9t2b7n5c0hwr1
         */
        WriteOffId: components["schemas"]["WriteOffId"];
        /**
         * @description Id of a shipment.
         * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
         */
        ShipmentId: components["schemas"]["ShipmentId"];
        /**
         * @description Id of an automation step.
         * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
         */
        AutomationStepId: components["schemas"]["AutomationStepId"];
        /**
         * @description Id of a manual task.
         * @example tsk_01k6y3q8zvf4e9t2b7n5c0hwq1
         */
        TaskId: components["schemas"]["ManualTaskId"];
        /**
         * @description Name of a queue.
         * @example automation
         */
        JobQueueName: string;
        /**
         * @description Id of a job run.
         * @example job_01k6y3q8zvf4e9t2b7n5c0hws1
         */
        JobId: components["schemas"]["JobId"];
        /**
         * @description Code of a legal entity.
         * @example MAIN
         */
        LegalEntityCode: components["schemas"]["LegalEntityCode"];
        /**
         * @description Code of the courier.
         * @example USPS
         */
        CourierCode: components["schemas"]["CourierCode"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id of the request, for logs and support.
         * @example req-7f3c2a
         */
        RequestId: string;
        /**
         * @description Strong tag of the version; send it as If-Match to change just this version. Behind a hyphen the tag of a read also names all that was read; send it as If-None-Match to read again only when some of it has changed.
         * @example "5-2jmj7l5rSw0yVb_vlWAYkK"
         */
        ETag: string;
        /**
         * @description true when this is the stored answer of an earlier request under the same Idempotency-Key.
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * @description Path of what was made.
         * @example /v1/orders/ord_01k6y3q8zvf4e9t2b7n5c0hw01
         */
        Location: string;
        /**
         * @description Seconds to wait before trying again.
         * @example 5
         */
        RetryAfter: number;
        /**
         * @description How to authenticate.
         * @example Bearer
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This process runs. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether this process can serve. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalError"];
            /** @description Not able to serve now. */
            503: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalError"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /** @description Part of the name or domain, whatever its case and accents (fewer than three letters, the start of a word), the start of the legacy reference, or the id of a company or mirror. */
                q?: string;
                /** @description Only with this status; active when absent. */
                status?: components["schemas"]["CompanyStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of companies, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCompany: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCompany"];
            };
        };
        responses: {
            /** @description A customer company around its legacy mirror. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A customer company around its legacy mirror. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeCompany: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCompany"];
            };
        };
        responses: {
            /** @description A customer company around its legacy mirror. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveCompany: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveCompany"];
            };
        };
        responses: {
            /** @description A customer company around its legacy mirror. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreCompany: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A customer company around its legacy mirror. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    assignLegalEntity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignLegalEntity"];
            };
        };
        responses: {
            /** @description A customer company around its legacy mirror. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewCompanyMerge: {
        parameters: {
            query: {
                /** @description The company that would be taken over. */
                merge_company_id: components["schemas"]["CompanyId"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a merge would do. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyMergePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeCompanies: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCompanies"];
            };
        };
        responses: {
            /** @description The company that lives on. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompanyCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the company has paid and nothing has used yet. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyCredit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Only who holds this role. */
                role?: components["parameters"]["ContactRole"];
                /** @description Only active, or only archived contacts; both when absent. */
                active?: components["parameters"]["ContactActive"];
                /**
                 * @description Words that all occur in name, e-mail or number, whatever their case; digits find a number however it is written.
                 * @example okafor
                 */
                q?: components["parameters"]["ContactQuery"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContact"];
            };
        };
        responses: {
            /** @description A person at one company. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchContacts: {
        parameters: {
            query?: {
                /** @description Only who holds this role. */
                role?: components["parameters"]["ContactRole"];
                /** @description Only active, or only archived contacts; both when absent. */
                active?: components["parameters"]["ContactActive"];
                /**
                 * @description Words that all occur in name, e-mail or number, whatever their case; digits find a number however it is written.
                 * @example okafor
                 */
                q?: components["parameters"]["ContactQuery"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeContact"];
            };
        };
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeContactRoles: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeContactRoles"];
            };
        };
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewContactMerge: {
        parameters: {
            query: {
                /**
                 * @description The contact of the same company that would become a trace.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw42
                 */
                merged_contact_id: components["schemas"]["ContactId"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What would happen. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactMergePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeContacts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContacts"];
            };
        };
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    acknowledgeContactWarnings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a contact.
                 * @example con_01k6y3q8zvf4e9t2b7n5c0hw41
                 */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeContactWarnings"];
            };
        };
        responses: {
            /** @description A person at one company. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAddresses: {
        parameters: {
            query?: {
                /** @description Part of the label, the recipient or the place, whatever its case and accents. */
                q?: string;
                /** @description The archived addresses instead of the live ones. */
                archived?: boolean;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of addresses, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAddress"];
            };
        };
        responses: {
            /** @description The book has the address already. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A place in a company's book. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an address.
                 * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
                 */
                addressId: components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A place in a company's book. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAddress: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of an address.
                 * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
                 */
                addressId: components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAddress"];
            };
        };
        responses: {
            /** @description A place in a company's book. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    importContacts: {
        parameters: {
            query?: {
                /**
                 * @description The same verdicts, and nothing kept but the report.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the file. Of a refused one nothing was kept. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    importAddresses: {
        parameters: {
            query?: {
                /**
                 * @description The same verdicts, and nothing kept but the report.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRun"];
            };
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the file. Of a refused one nothing was kept. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an import.
                 * @example imp_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of a file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of an import.
                 * @example imp_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows, in the order of the file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each contact; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="contacts.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAddresses: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each address; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="addresses.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    overrideAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an address.
                 * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
                 */
                addressId: components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressOverride"];
            };
        };
        responses: {
            /** @description A place in a company's book. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an address.
                 * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
                 */
                addressId: components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A place in a company's book. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an address.
                 * @example adr_01k6y3q8zvf4e9t2b7n5c0hw51
                 */
                addressId: components["parameters"]["AddressId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A place in a company's book. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPastDestinations: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of places, by last use. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastDestinationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveShipmentAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SaveShipmentAddress"];
            };
        };
        responses: {
            /** @description The book has the address already. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description A place in a company's book. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Part of the SKU or the name. */
                q?: string;
                /** @description Only those that are set up after delivery, or only the others. */
                provisionable?: boolean;
                /** @description Only those that are sold, or only the archived ones. */
                active?: boolean;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, by SKU. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProduct"];
            };
        };
        responses: {
            /** @description A thing with a SKU. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a product.
                 * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
                 */
                productId: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A thing with a SKU. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
                 */
                productId: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProduct"];
            };
        };
        responses: {
            /** @description A thing with a SKU. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
                 */
                productId: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archived product. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example prd_01k6y3q8zvf4e9t2b7n5c0hw61
                 */
                productId: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product, sold again. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPriceBookEntries: {
        parameters: {
            query?: {
                /** @description Only of this product. */
                sku?: components["schemas"]["Sku"];
                /** @description Only of this product. */
                product_id?: components["schemas"]["ProductId"];
                /** @description Only of this country; `global` for the prices of no region. */
                region?: string;
                /** @description Only in this currency. */
                currency?: components["schemas"]["Currency"];
                /** @description Only valid at this instant. */
                at?: string;
                /** @description Only drafts, or only published ones. */
                state?: "draft" | "published";
                /** @description Only with this sync status. */
                sync_status?: components["schemas"]["PriceSyncStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of price book entries, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePriceBookEntry"];
            };
        };
        responses: {
            /** @description A draft of a price. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceBookEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A list price. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePriceBookEntry: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePriceBookEntry"];
            };
        };
        responses: {
            /** @description The draft after the change. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The published price. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closePriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosePriceBookEntry"];
            };
        };
        responses: {
            /** @description The price with its end. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    amendPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendPriceBookEntry"];
            };
        };
        responses: {
            /** @description The price that takes over. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardPriceBookEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft as it was. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryPriceSync: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a price book entry.
                 * @example pbe_01k6y3q8zvf4e9t2b7n5c0hw71
                 */
                priceBookEntryId: components["parameters"]["PriceBookEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price as it stands. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBookEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPriceDrift: {
        parameters: {
            query?: {
                /** @description Only open, or only resolved drift. */
                state?: "open" | "resolved";
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of price drift. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDriftList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    repairPriceDrift: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a drift.
                 * @example drf_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                priceDriftId: components["parameters"]["PriceDriftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drift as it stands. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDrift"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    quotePrices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotePrices"];
            };
        };
        responses: {
            /** @description Prices at this moment; nothing is kept. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPricingResolutions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an order line.
                 * @example oit_01k6y3q8zvf4e9t2b7n5c0hw11
                 */
                orderItemId: components["parameters"]["OrderItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every resolution of an order line, oldest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricingResolutions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPriceAgreements: {
        parameters: {
            query?: {
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only in this status. */
                status?: components["schemas"]["PriceAgreementStatus"];
                /** @description Only active ones that end within so many days from now. */
                expiring_within_days?: number;
                /** @description Part of the number, of the name, or of the company's name. */
                q?: string;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of price agreements, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreementList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePriceAgreement"];
            };
        };
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceAgreementFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures at this moment. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreementFigures"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePriceAgreement"];
            };
        };
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    activatePriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    amendPriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    terminatePriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerminatePriceAgreement"];
            };
        };
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardPriceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryPriceAgreementSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A price agreement with its lines and their prices at Stripe. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceAgreementHistory: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a price agreement.
                 * @example pag_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                priceAgreementId: components["parameters"]["PriceAgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAgreementChangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only with this status. */
                status?: components["schemas"]["OrderStatus"];
                /** @description The order number, whole or its digits. */
                q?: string;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrder"];
            };
        };
        responses: {
            /** @description An order with everything that hangs on it. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An order with everything that hangs on it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOrderStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrderStatus"];
            };
        };
        responses: {
            /** @description An order with everything that hangs on it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendCheckout: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SendCheckout"];
            };
        };
        responses: {
            /** @description The order and its new checkout page. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptPrices: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptPrices"];
            };
        };
        responses: {
            /** @description An order with everything that hangs on it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: {
                /**
                 * @description Everything is checked and answered as if it were done; nothing is kept, and ids in the answer mean nothing.
                 * @example true
                 */
                validate_only?: components["parameters"]["ValidateOnly"];
            };
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description An order with everything that hangs on it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    invoiceOrder: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An invoice with its lines and what settles it. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a timeline, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrderBlockers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an order.
                 * @example ord_01k6y3q8zvf4e9t2b7n5c0hw01
                 */
                orderId: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why an order does not move on; empty when nothing is in the way. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this order. */
                order_id?: components["parameters"]["OrderFilter"];
                /** @description Only with this status. */
                status?: components["parameters"]["InvoiceStatusFilter"];
                /** @description Only those that came to be like this. */
                kind?: components["parameters"]["InvoiceKindFilter"];
                /** @description Only those that are overdue by the calendar of their company, or only the others; both when absent. */
                overdue?: components["parameters"]["OverdueFilter"];
                /**
                 * @description The number of the document, or its digits, so that `17` finds `INV-000017`.
                 * @example INV-000017
                 */
                q?: components["parameters"]["InvoiceNumberFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only issued on this date or later. */
                issued_from?: components["parameters"]["IssuedFrom"];
                /** @description Only issued on this date or earlier. */
                issued_to?: components["parameters"]["IssuedTo"];
                /** @description Only due on this date or later. */
                due_from?: components["parameters"]["DueFrom"];
                /** @description Only due on this date or earlier. */
                due_to?: components["parameters"]["DueTo"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invoices, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvoice"];
            };
        };
        responses: {
            /** @description An invoice with its lines and what settles it. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An invoice with its lines and what settles it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInvoice"];
            };
        };
        responses: {
            /** @description An invoice with its lines and what settles it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: {
                /** @description The invoice, or the receipt for its payments; the invoice when absent. */
                kind?: "invoice" | "receipt";
            };
            header?: never;
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description SHA-256 of the file, in hexadecimal.
                     * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     */
                    ETag?: string;
                    /**
                     * @description The name of the file.
                     * @example inline; filename="INV-000123.pdf"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An invoice with its lines and what settles it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An invoice with its lines and what settles it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    voidInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidInvoice"];
            };
        };
        responses: {
            /** @description An invoice with its lines and what settles it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvoiceSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every series. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceSeriesList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLegalEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every legal entity. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntityList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLegalEntity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLegalEntity"];
            };
        };
        responses: {
            /** @description A legal entity. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLegalEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Code of a legal entity.
                 * @example MAIN
                 */
                legalEntityCode: components["parameters"]["LegalEntityCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A legal entity. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeLegalEntity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Code of a legal entity.
                 * @example MAIN
                 */
                legalEntityCode: components["parameters"]["LegalEntityCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLegalEntity"];
            };
        };
        responses: {
            /** @description A legal entity. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnappliedPayments: {
        parameters: {
            query?: {
                /** @description Only with this status; open when absent. */
                status?: components["schemas"]["UnappliedPaymentStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of unapplied payments, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnappliedPaymentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyUnappliedPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of an entry of the inbox.
                 * @example unp_01k6y3q8zvf4e9t2b7n5c0hwe1
                 */
                unappliedPaymentId: components["parameters"]["UnappliedPaymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocatePayment"];
            };
        };
        responses: {
            /** @description Money that was in the inbox. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnappliedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundUnappliedPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of an entry of the inbox.
                 * @example unp_01k6y3q8zvf4e9t2b7n5c0hwe1
                 */
                unappliedPaymentId: components["parameters"]["UnappliedPaymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundUnappliedPayment"];
            };
        };
        responses: {
            /** @description Money that was in the inbox. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnappliedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    holdUnappliedPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of an entry of the inbox.
                 * @example unp_01k6y3q8zvf4e9t2b7n5c0hwe1
                 */
                unappliedPaymentId: components["parameters"]["UnappliedPaymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldUnappliedPayment"];
            };
        };
        responses: {
            /** @description Money that was in the inbox. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnappliedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this order. */
                order_id?: components["parameters"]["OrderFilter"];
                /** @description Only received through this provider. */
                provider?: components["parameters"]["PaymentProviderFilter"];
                /** @description Only those of which something is neither allocated nor refunded, or only the others; both when absent. */
                unapplied?: components["parameters"]["UnappliedFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only received at this instant or later. */
                received_from?: components["parameters"]["ReceivedFrom"];
                /** @description Only received before this instant. */
                received_to?: components["parameters"]["ReceivedTo"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payments, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordManualPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordManualPayment"];
            };
        };
        responses: {
            /** @description The payment, of which nothing is allocated yet. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a payment.
                 * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
                 */
                paymentId: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRefund"];
            };
        };
        responses: {
            /** @description A refund, reserved. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this payment. */
                payment_id?: components["parameters"]["PaymentFilter"];
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only with this status. */
                status?: components["parameters"]["RefundStatusFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only made at this instant or later. */
                created_from?: components["parameters"]["CreatedFrom"];
                /** @description Only made before this instant. */
                created_to?: components["parameters"]["CreatedTo"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of refunds, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /**
                 * @description The first day, by the calendar of the company; from the first movement when absent.
                 * @example 2026-10-01
                 */
                from?: components["parameters"]["StatementFrom"];
                /**
                 * @description The last day, by the calendar of the company; to the last movement when absent.
                 * @example 2026-10-31
                 */
                to?: components["parameters"]["StatementTo"];
                /** @description The currency of the account; that of the company when absent. */
                currency?: components["parameters"]["StatementCurrency"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                companyId: components["parameters"]["CompanyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of movements, oldest first, with the balances before and after the whole period. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAgedReceivables: {
        parameters: {
            query: {
                /**
                 * @description The currency; amounts of two are never added.
                 * @example CAD
                 */
                currency: components["parameters"]["ReceivablesCurrency"];
                /**
                 * @description How things stood at the end of this day; as they stand now, by the calendar of each company, when absent.
                 * @example 2026-10-31
                 */
                at?: components["parameters"]["AgedAt"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of companies, in the order of their ids, with the totals of all. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgedReceivables"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportInvoices: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this order. */
                order_id?: components["parameters"]["OrderFilter"];
                /** @description Only with this status. */
                status?: components["parameters"]["InvoiceStatusFilter"];
                /** @description Only those that came to be like this. */
                kind?: components["parameters"]["InvoiceKindFilter"];
                /** @description Only those that are overdue by the calendar of their company, or only the others; both when absent. */
                overdue?: components["parameters"]["OverdueFilter"];
                /**
                 * @description The number of the document, or its digits, so that `17` finds `INV-000017`.
                 * @example INV-000017
                 */
                q?: components["parameters"]["InvoiceNumberFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only issued on this date or later. */
                issued_from?: components["parameters"]["IssuedFrom"];
                /** @description Only issued on this date or earlier. */
                issued_to?: components["parameters"]["IssuedTo"];
                /** @description Only due on this date or later. */
                due_from?: components["parameters"]["DueFrom"];
                /** @description Only due on this date or earlier. */
                due_to?: components["parameters"]["DueTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each invoice; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="invoices.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportPayments: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this order. */
                order_id?: components["parameters"]["OrderFilter"];
                /** @description Only received through this provider. */
                provider?: components["parameters"]["PaymentProviderFilter"];
                /** @description Only those of which something is neither allocated nor refunded, or only the others; both when absent. */
                unapplied?: components["parameters"]["UnappliedFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only received at this instant or later. */
                received_from?: components["parameters"]["ReceivedFrom"];
                /** @description Only received before this instant. */
                received_to?: components["parameters"]["ReceivedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each payment; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="payments.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportRefunds: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this payment. */
                payment_id?: components["parameters"]["PaymentFilter"];
                /** @description Only with this status. */
                status?: components["parameters"]["RefundStatusFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only made at this instant or later. */
                created_from?: components["parameters"]["CreatedFrom"];
                /** @description Only made before this instant. */
                created_to?: components["parameters"]["CreatedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each refund; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="refunds.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportCreditNotes: {
        parameters: {
            query?: {
                /**
                 * @description Only those of this company.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id?: components["parameters"]["CompanyFilter"];
                /** @description Only of this invoice. */
                invoice_id?: components["parameters"]["InvoiceFilter"];
                /** @description Only of this order. */
                order_id?: components["parameters"]["OrderFilter"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only issued on this date or later. */
                issued_from?: components["parameters"]["IssuedFrom"];
                /** @description Only issued on this date or earlier. */
                issued_to?: components["parameters"]["IssuedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each credit note; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="credit-notes.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportStatement: {
        parameters: {
            query: {
                /**
                 * @description The company whose account it is.
                 * @example com_01k6y3q8zvf4e9t2b7n5c0hw21
                 */
                company_id: components["parameters"]["StatementCompany"];
                /**
                 * @description The first day, by the calendar of the company; from the first movement when absent.
                 * @example 2026-10-01
                 */
                from?: components["parameters"]["StatementFrom"];
                /**
                 * @description The last day, by the calendar of the company; to the last movement when absent.
                 * @example 2026-10-31
                 */
                to?: components["parameters"]["StatementTo"];
                /** @description The currency of the account; that of the company when absent. */
                currency?: components["parameters"]["StatementCurrency"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then the opening, each movement and the closing; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="statement.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAgedReceivables: {
        parameters: {
            query: {
                /**
                 * @description The currency; amounts of two are never added.
                 * @example CAD
                 */
                currency: components["parameters"]["ReceivablesCurrency"];
                /**
                 * @description How things stood at the end of this day; as they stand now, by the calendar of each company, when absent.
                 * @example 2026-10-31
                 */
                at?: components["parameters"]["AgedAt"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line of columns, then one for each company; UTF-8 with CR LF. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The name of the file.
                     * @example attachment; filename="aged-receivables.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a payment.
                 * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
                 */
                paymentId: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A payment with what it settles. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    allocatePayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a payment.
                 * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
                 */
                paymentId: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocatePayment"];
            };
        };
        responses: {
            /** @description The payment with what it settles. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reversePaymentAllocation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a payment.
                 * @example pay_01k6y3q8zvf4e9t2b7n5c0hwc1
                 */
                paymentId: components["parameters"]["PaymentId"];
                /**
                 * @description Id of an allocation of the payment.
                 * @example pal_01k6y3q8zvf4e9t2b7n5c0hwd1
                 */
                allocationId: components["parameters"]["PaymentAllocationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReversePaymentAllocation"];
            };
        };
        responses: {
            /** @description The payment with what it settles. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a refund.
                 * @example rfn_01k6y3q8zvf4e9t2b7n5c0hwg1
                 */
                refundId: components["parameters"]["RefundId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A refund. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryRefund: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a refund.
                 * @example rfn_01k6y3q8zvf4e9t2b7n5c0hwg1
                 */
                refundId: components["parameters"]["RefundId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new refund, reserved. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCreditNote: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCreditNote"];
            };
        };
        responses: {
            /** @description A credit note with its lines. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCreditNotes: {
        parameters: {
            query?: {
                /** @description Only of this invoice. */
                invoice_id?: components["schemas"]["InvoiceId"];
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only in this currency. */
                currency?: components["parameters"]["CurrencyFilter"];
                /** @description Only issued on this date or later. */
                issued_from?: components["parameters"]["IssuedFrom"];
                /** @description Only issued on this date or earlier. */
                issued_to?: components["parameters"]["IssuedTo"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of credit notes, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCreditNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a credit note.
                 * @example crn_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                creditNoteId: components["parameters"]["CreditNoteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A credit note with its lines. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCreditNotePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a credit note.
                 * @example crn_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                creditNoteId: components["parameters"]["CreditNoteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /** @description SHA-256 of the file, in hexadecimal. */
                    ETag?: string;
                    /** @description The name of the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Only of this payment. */
                payment_id?: components["schemas"]["PaymentRecordId"];
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only with this status. */
                status?: components["schemas"]["DisputeStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of disputes, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a dispute.
                 * @example dsp_01k6y3q8zvf4e9t2b7n5c0hwm1
                 */
                disputeId: components["parameters"]["DisputeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dispute. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFulfillments: {
        parameters: {
            query?: {
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only with this status. */
                status?: components["schemas"]["FulfillmentStatus"];
                /** @description True: only those with an open hold; false: only the others. */
                on_hold?: boolean;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fulfilment orders, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfillmentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createFulfillment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFulfillment"];
            };
        };
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createShipment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateShipment"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShipmentOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What parcels can be made of it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createShipments: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateShipments"];
            };
        };
        responses: {
            /** @description The parcels, in the order in which they were asked for. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentsCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceHold"];
            };
        };
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
                /**
                 * @description Id of a hold.
                 * @example fhd_01k6y3q8zvf4e9t2b7n5c0hwq1
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReleaseHold"];
            };
        };
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    splitFulfillment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitFulfillment"];
            };
        };
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeFulfillments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a fulfilment order.
                 * @example ful_01k6y3q8zvf4e9t2b7n5c0hwf1
                 */
                fulfillmentOrderId: components["parameters"]["FulfillmentOrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeFulfillments"];
            };
        };
        responses: {
            /** @description A fulfilment order with what is to be prepared. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfillment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listShipments: {
        parameters: {
            query?: {
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only with this status. */
                status?: components["schemas"]["ShipmentStatus"];
                /** @description Only with this courier. */
                courier_code?: components["schemas"]["CourierCode"];
                /** @description Only with this tracking number, the courier's or that of the carrier behind it. */
                tracking_number?: components["schemas"]["TrackingNumber"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipments, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeShipment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeShipment"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    askAboutParcel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipment as it is before the courier answers. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardShipment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled shipment. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeShipmentStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeShipmentStatus"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPackingSlip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description SHA-256 of the file, in hexadecimal.
                     * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     */
                    ETag?: string;
                    /**
                     * @description The name of the file.
                     * @example inline; filename="ORD-000042-1.pdf"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAutomationPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What delivery will queue, or has queued. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationPlan"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    planAutomationSteps: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanAutomationSteps"];
            };
        };
        responses: {
            /** @description What delivery will queue now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    correctDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDelivery"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    writeOffUnits: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteOffUnits"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reverseWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
                /**
                 * @description Id of a write-off.
                 * @example wof_01k6y3q8zvf4e9t2b7n5c0hwr1
                 */
                writeOffId: components["parameters"]["WriteOffId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseWriteOff"];
            };
        };
        responses: {
            /** @description A shipment with its contents and what the courier said. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShipmentTimeline: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a shipment.
                 * @example shp_01k6y3q8zvf4e9t2b7n5c0hwh1
                 */
                shipmentId: components["parameters"]["ShipmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a timeline, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only with this status. */
                status?: components["schemas"]["CaseStatus"];
                /** @description Only of this kind. */
                kind?: components["schemas"]["CaseKind"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCase"];
            };
        };
        responses: {
            /** @description A case with every record that belongs to it. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a case.
                 * @example cas_01k6y3q8zvf4e9t2b7n5c0hwt1
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case with every record that belongs to it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a case.
                 * @example cas_01k6y3q8zvf4e9t2b7n5c0hwt1
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkCase"];
            };
        };
        responses: {
            /** @description A case with every record that belongs to it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a case.
                 * @example cas_01k6y3q8zvf4e9t2b7n5c0hwt1
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseCase"];
            };
        };
        responses: {
            /** @description A case with every record that belongs to it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReturns: {
        parameters: {
            query?: {
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only of this case. */
                case_id?: components["schemas"]["CaseId"];
                /** @description Only with this status. */
                status?: components["schemas"]["ReturnStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of returns, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rejectReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReturnShipment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReturnShipment"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeReturn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseReturn"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    unassignReturnDevices: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignReturnDevices"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restockReturnDevices: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a return.
                 * @example ret_01k6y3q8zvf4e9t2b7n5c0hwt2
                 */
                returnId: components["parameters"]["ReturnId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestockReturnDevices"];
            };
        };
        responses: {
            /** @description A return with its units and parcels. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReplacements: {
        parameters: {
            query?: {
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only of this case. */
                case_id?: components["schemas"]["CaseId"];
                /** @description Only with this status. */
                status?: components["schemas"]["ReplacementStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of replacements, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReplacement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReplacement"];
            };
        };
        responses: {
            /** @description A replacement with the way of both units. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replacement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReplacement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a replacement.
                 * @example rpl_01k6y3q8zvf4e9t2b7n5c0hwt6
                 */
                replacementId: components["parameters"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A replacement with the way of both units. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replacement"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    chargeReplacement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a replacement.
                 * @example rpl_01k6y3q8zvf4e9t2b7n5c0hwt6
                 */
                replacementId: components["parameters"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A replacement with the way of both units. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replacement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeReplacement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of a replacement.
                 * @example rpl_01k6y3q8zvf4e9t2b7n5c0hwt6
                 */
                replacementId: components["parameters"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseReplacement"];
            };
        };
        responses: {
            /** @description A replacement with the way of both units. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replacement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCouriers: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of couriers, by code. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourierList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCourier: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCourier"];
            };
        };
        responses: {
            /** @description A courier we can ship with. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCourier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Code of the courier.
                 * @example USPS
                 */
                courierCode: components["parameters"]["CourierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A courier we can ship with. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courier"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeCourier: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Code of the courier.
                 * @example USPS
                 */
                courierCode: components["parameters"]["CourierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCourier"];
            };
        };
        responses: {
            /** @description A courier we can ship with. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrackingNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number as it was typed or scanned.
                 * @example 420100019400190000042001234098
                 */
                trackingNumber: components["schemas"]["WrittenTrackingNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the number tells of itself. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingNumberReading"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description Only of this product. */
                sku?: components["schemas"]["Sku"];
                /** @description True: only those in no shipment and with no company; false: only the others. */
                available?: boolean;
                /** @description Only the device with this serial number, as a scanner or a person writes it. */
                serial?: components["schemas"]["ScannedSerial"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of devices, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerDevices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDevices"];
            };
        };
        responses: {
            /** @description The devices that were registered. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicesRegistered"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAutomationSteps: {
        parameters: {
            query?: {
                /** @description Only with this status. */
                status?: components["schemas"]["AutomationStepStatus"];
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /** @description Only of this shipment. */
                shipment_id?: components["schemas"]["ShipmentId"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of automation steps, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationStepList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAutomationStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of an automation step.
                 * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
                 */
                automationStepId: components["parameters"]["AutomationStepId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An automation step with its calls. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationStep"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAutomationStep: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag of the version that was read; refused with 428 when missing and with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match": components["parameters"]["RequiredIfMatch"];
            };
            path: {
                /**
                 * @description Id of an automation step.
                 * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
                 */
                automationStepId: components["parameters"]["AutomationStepId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAutomationStep"];
            };
        };
        responses: {
            /** @description The step after the change. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationStep"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["VersionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryAutomationStep: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an automation step.
                 * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
                 */
                automationStepId: components["parameters"]["AutomationStepId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An automation step with its calls. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationStep"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    fallbackAutomationStep: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the version that was read; refused with 412 when another is current. Only the version is compared, so `"5"` stands for every answer with version 5.
                 * @example "5"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of an automation step.
                 * @example stp_01k6y3q8zvf4e9t2b7n5c0hwn1
                 */
                automationStepId: components["parameters"]["AutomationStepId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerFallback"];
            };
        };
        responses: {
            /** @description An automation step with its calls. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationStep"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Only with this status; open when absent. */
                status?: components["schemas"]["TaskStatus"];
                /** @description Only of this kind. */
                kind?: components["schemas"]["TaskKind"];
                /** @description Only of this order. */
                order_id?: components["schemas"]["OrderId"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManualTaskList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a manual task.
                 * @example tsk_01k6y3q8zvf4e9t2b7n5c0hwq1
                 */
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompleteTask"];
            };
        };
        responses: {
            /** @description Work that waits for a person. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManualTask"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only events after this position. */
                after_seq?: number;
                /** @description Only of this event type. */
                type?: string;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, oldest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainEventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJobQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every queue, by name. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobQueueList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseJobQueue: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Name of a queue.
                 * @example automation
                 */
                queue: components["parameters"]["JobQueueName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseJobQueue"];
            };
        };
        responses: {
            /** @description A queue of background jobs. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobQueue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeJobQueue: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Name of a queue.
                 * @example automation
                 */
                queue: components["parameters"]["JobQueueName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A queue of background jobs. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobQueue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJobRuns: {
        parameters: {
            query?: {
                /** @description Only of this queue. */
                queue?: string;
                /** @description Only with this live state. */
                status?: components["schemas"]["JobStatus"];
                /** @description Only with this name. */
                name?: string;
                /** @description Only about this thing. */
                related_id?: string;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of job runs, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getJobRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a job run.
                 * @example job_01k6y3q8zvf4e9t2b7n5c0hws1
                 */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job with its attempts. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryJobRun: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a job run.
                 * @example job_01k6y3q8zvf4e9t2b7n5c0hws1
                 */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, queued again. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reconciliations. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startReconciliation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartReconciliation"];
            };
        };
        responses: {
            /** @description The reconciliation, queued. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a reconciliation.
                 * @example rcn_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                reconciliationId: components["parameters"]["ReconciliationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reconciliation. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReconciliationDifferences: {
        parameters: {
            query?: {
                /** @description Only open, or only resolved differences. */
                state?: "open" | "resolved";
                /** @description Only differences of this kind. */
                kind?: components["schemas"]["ReconciliationDifferenceKind"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a reconciliation.
                 * @example rcn_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                reconciliationId: components["parameters"]["ReconciliationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of differences. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEmailDeliveries: {
        parameters: {
            query?: {
                /** @description Only about this invoice. */
                invoice_id?: components["schemas"]["InvoiceId"];
                /** @description Only to this company. */
                company_id?: components["schemas"]["CompanyId"];
                /** @description Only with this status. */
                status?: components["schemas"]["EmailStatus"];
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEmailDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a message.
                 * @example eml_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                emailDeliveryId: components["parameters"]["EmailDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendEmailDelivery: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a message.
                 * @example eml_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                emailDeliveryId: components["parameters"]["EmailDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message, queued again. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendInvoice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of an invoice.
                 * @example inv_01k6y3q8zvf4e9t2b7n5c0hwa1
                 */
                invoiceId: components["parameters"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendInvoice"];
            };
        };
        responses: {
            /** @description The message, queued. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only with this status. */
                status?: components["schemas"]["WebhookDeliveryStatus"];
                /** @description Only of the event with this id at Stripe. */
                event_id?: string;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDivergence: {
        parameters: {
            query?: {
                /** @description Leaves out younger events, which are still under way; 5 when absent. */
                min_age_minutes?: number;
                /**
                 * @description Size of the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before; opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of such events. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDivergenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliverWebhooks: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeliverWebhooks"];
            };
        };
        responses: {
            /** @description How many are on their way. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeliveredWebhooks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a delivery.
                 * @example whd_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A delivery with its tries. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this request: repeated within 72 hours it answers as the first time and does nothing again.
                 * @example f3a1c6d2-order-42
                 */
                "Idempotency-Key": components["parameters"]["RequiredIdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of a delivery.
                 * @example whd_01k6y3q8zvf4e9t2b7n5c0hw81
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, waiting again. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveStripeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            /** @description The push was stored. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceived"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveCourierWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Code of the courier.
                 * @example USPS
                 */
                courierCode: components["parameters"]["CourierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            /** @description The push was stored. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceived"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeNotSupported"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
