@echo off
rem Starts Quarry from any folder. JAVA_HOME is used when it is set.
setlocal
set "QUARRY_LIB=%~dp0..\lib\*"
set "QUARRY_JAVA=java"
if defined JAVA_HOME set "QUARRY_JAVA=%JAVA_HOME%\bin\java"
"%QUARRY_JAVA%" --enable-native-access=ALL-UNNAMED %QUARRY_JAVA_OPTIONS% -cp "%QUARRY_LIB%" org.quarry.Main %*
exit /b %ERRORLEVEL%
