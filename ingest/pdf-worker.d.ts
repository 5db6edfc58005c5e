/** The parsing half of pdf.js; loading it registers itself, so that no second thread and no path is needed. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
