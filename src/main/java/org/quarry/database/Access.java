package org.quarry.database;

/**
 * Whether a database can be written, and if not, why.
 *
 * @param writable whether it can
 * @param reason a sentence, empty when it can
 */
public record Access(boolean writable, String reason) {
  /** It can be written. */
  public static final Access WRITABLE = new Access(true, "");

  /** It can be read only, for this reason. */
  public static Access readOnly(String reason) {
    return new Access(false, reason);
  }

  /** Why nothing can be edited in a file of this name, as a sentence; empty when it can. */
  public String refusal(String name) {
    return writable ? "" : name + " is open for reading only. " + reason;
  }
}
