package org.quarry.database;

import java.util.HashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;

/**
 * The language of mappers: SQL with bound {@code #{parameters}} and nothing else. Text that SQLite
 * is to see, such as a column called {@code ${x}} or a script tag, is never read as a template.
 */
public final class PlainSql extends XMLLanguageDriver {
  @Override
  public SqlSource createSqlSource(
      Configuration configuration, String script, Class<?> parameterType) {
    return new SqlSourceBuilder(configuration).parse(script, parameterType, new HashMap<>());
  }
}
