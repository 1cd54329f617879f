import { createHash } from 'node:crypto';
import type { DocumentMeta, FilingDocument } from '../document/model';

/** Changes when the same document would be set differently, so that a hash names content and setting. */
export const layoutVersion = '1';

/**
 * The file's identity. pdfkit derives the file /ID from the Info dictionary alone, so without the
 * content hash two papers of the same title and day would carry the same one.
 */
export function infoOf(document: FilingDocument, signedOff: boolean): Record<string, string | Date> {
  const { meta } = document;
  const day = new Date(`${meta.preparedOn}T00:00:00Z`);
  return {
    Title: meta.title,
    Creator: 'Vacatur',
    Producer: 'pdfkit and HarfBuzz',
    CreationDate: day,
    ModDate: day,
    Template: `${meta.templateId} ${meta.templateVersion}`,
    RuleSetDate: meta.ruleSetDate,
    Status: signedOff ? 'signed off' : 'draft',
    ContentHash: contentHash(document, signedOff),
  };
}

export function contentHash(document: FilingDocument, signedOff: boolean): string {
  return createHash('sha256')
    .update(JSON.stringify([layoutVersion, signedOff, document]))
    .digest('hex');
}

/** Reader software shows a wrong date rather than none when the XMP block lacks the Info dictionary's. */
export function xmpOf(meta: DocumentMeta): string {
  const stamp = `${meta.preparedOn}T00:00:00Z`;
  return `
    <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <xmp:ModifyDate>${stamp}</xmp:ModifyDate>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>${pdfuaSchema}`;
}

/** PDF/A allows a foreign XMP property only with its description (ISO 19005-2, 6.6.2.3). */
const pdfuaSchema = `
    <rdf:Description rdf:about=""
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
          <pdfaProperty:name>part</pdfaProperty:name>
          <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
          <pdfaProperty:category>internal</pdfaProperty:category>
          <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>`;
