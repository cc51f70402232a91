const MB = 1024 * 1024;

/** What a workbook may be at most. Beyond it, it is refused before anything is read into the register. */
export interface WorkbookLimits {
  /** Of the file as it was sent. */
  fileBytes: number;
  /** Of everything that is read from it, as really inflated; a zip's own word for its sizes is not taken. */
  unpackedBytes: number;
  /** Files in a zip. */
  files: number;
  /** Of the parts that are held whole: styles, the list of sheets, relationships. */
  smallPartBytes: number;
  /** Between two tags, or of one csv field. Cells of more than 32,767 characters are faults long before. */
  textBytes: number;
}

export const DEFAULT_LIMITS: WorkbookLimits = {
  fileBytes: 20 * MB,
  unpackedBytes: 200 * MB,
  files: 2_000,
  smallPartBytes: 8 * MB,
  textBytes: 16 * MB,
};

export const inMegabytes = (bytes: number): number => Math.round((bytes / MB) * 10) / 10;
